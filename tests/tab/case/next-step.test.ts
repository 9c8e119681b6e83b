import { expect, it } from '@jest/globals';
import type { CaseView } from '../../../contract/operation-answers.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { nextStep } from '../../../tab/case/next-step.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { newCaseId, today } from '../../support/contracts/records.ts';
import { createCaseView } from '../../support/tab/case-view.ts';

const assignee = toPersonId('a-handler');
const me = toPersonId('a-colleague');
const safety = { danger: 'none', by: assignee, on: today } as const;
const triaged = {
  safety,
  status: 'triaged',
  opened: true,
  assignee,
  kind: 'discrimination',
  flags: [],
} as const;
const referral = { on: today } as const;

it.each<readonly [string, Partial<CaseRecord>, string | undefined]>([
  ['a case that came in', { status: 'received' }, 'acknowledge'],
  ['one that was seen', { status: 'acknowledged' }, 'read'],
  ['one that was read', { status: 'acknowledged', opened: true }, 'safety'],
  ['one whose safety is recorded', { status: 'acknowledged', opened: true, safety }, 'take'],
  ['one that somebody has', { status: 'acknowledged', opened: true, safety, assignee }, 'triage'],
  ['one with a flag', { ...triaged, flags: ['apsp'] }, 'referral'],
  ['one to be referred', { ...triaged, referral: { ...referral, decision: 'refer' } }, 'refer'],
  ['one with something new', { ...triaged, opened: false }, 'read'],
  ['one whose erasure is asked', { ...triaged, erasure: { askedBy: assignee, on: today } }, 'erasure'],
  [
    'one that a colleague would close',
    { ...triaged, closing: { by: assignee, on: today, outcome: 'noFurtherAction', sequence: 5 } },
    'agreeClosing',
  ],
  [
    'one that I would close',
    { ...triaged, closing: { by: me, on: today, outcome: 'noFurtherAction', sequence: 5 } },
    undefined,
  ],
  [
    'one that a colleague would lower',
    { ...triaged, lowering: { by: assignee, on: today, sequence: 5 } },
    'agreeLowering',
  ],
  ['one with a text to sign', { ...triaged, sanitised: { by: assignee, digest: 'd' } }, 'sign'],
  ['one with a text of mine', { ...triaged, sanitised: { by: me, digest: 'd' } }, undefined],
  ['one that is closed', { status: 'closed', opened: true }, undefined],
  ['one that is erased', { status: 'received', erasedOn: today }, undefined],
])('the next step of %s is said by its record', (_what, differences, step) => {
  expect(nextStep(createCaseView(differences), { today, objectId: me })).toBe(step);
});

const card = { digest: 'd', version: 1, by: assignee, generation: 'g' };
const asked = { of: 'd', by: assignee, on: today, sequence: 5 };

it.each<readonly [string, Partial<CaseView['record']>, { readonly personGroups?: true }, string | undefined]>([
  ['whose card a colleague calls wrong', { subjectCard: card }, {}, 'withdrawCard'],
  ['with a former card so, though closed', { formerCards: [card], status: 'closed' }, {}, 'withdrawCard'],
  ['whose card I call wrong', { subjectCard: card, cardWithdrawal: { ...asked, by: me } }, {}, undefined],
  ['that a colleague would part from another', { samePerson: [newCaseId()] }, { personGroups: true }, 'part'],
  ['that nobody parts, since groups are off', { samePerson: [newCaseId()] }, {}, undefined],
  ['confirmed with none that I may see', {}, { personGroups: true }, undefined],
])('the next step of a case %s is said by its record', (_what, differences, rules, step) => {
  const view = createCaseView(triaged);
  const record = { ...view.record, cardWithdrawal: asked, ...differences };
  expect(nextStep({ ...view, record }, { today, objectId: me, ...rules })).toBe(step);
});
