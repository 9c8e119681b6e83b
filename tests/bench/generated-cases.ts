import { createHash } from 'node:crypto';
import { addDays, type Day, toWeek } from '../../core/model/calendar.ts';
import { caseIdFromBytes } from '../../core/model/case-id.ts';
import { type CaseRecord, type CaseStatus, initialCaseFields } from '../../core/model/case-record.ts';
import { outcomes } from '../../core/model/case-terms.ts';
import { nationalCategories, reportKinds } from '../../core/model/classification.ts';
import { identityModes } from '../../core/model/questions.ts';
import { toPersonId } from '../../core/model/roles.ts';

/** Who looks at the lists of the bench. */
export const viewer = toPersonId('handler-0');
const handlers = 20;
const years = 10;

/** Chances drawn from a number, the same ones every time. */
function createRandom(seed: string) {
  const bytes = createHash('sha256').update(seed).digest();
  let at = 8;
  /** From 0 to less than `below`. */
  const draw = (below: number): number => {
    at = (at % 30) + 2;
    return Math.floor((bytes.readUInt16BE(at - 2) / 65_536) * below);
  };
  return { bytes: bytes.subarray(0, 8), draw, happens: (share: number): boolean => draw(65_536) < share * 65_536 };
}

const work = ['triaged', 'inProgress', 'inProgress', 'awaitingReporter', 'reopened'] as const;

function openStatus(isFresh: boolean, draw: (below: number) => number): CaseStatus {
  const fresh = isFresh ? draw(10) : 9;
  return fresh < 3 ? 'received' : fresh < 6 ? 'acknowledged' : (work[draw(work.length)] ?? 'inProgress');
}

/** What is worked on: it is with somebody, most was heard of lately, and a few are to be referred. */
function openWork(
  receivedOn: Day,
  today: Day,
  { draw, happens }: ReturnType<typeof createRandom>,
): Partial<CaseRecord> {
  const heardOn = addDays(today, -draw(35));
  return {
    ...(happens(0.85) && { assignee: toPersonId(`handler-${draw(handlers)}`) }),
    triagedOn: receivedOn,
    updatedOn: heardOn > receivedOn ? heardOn : receivedOn,
    ...(happens(0.03) && { referral: { decision: 'refer', on: receivedOn, dueOn: addDays(today, draw(25) - 5) } }),
    ...(happens(0.05) && { unreadMessages: 1 + draw(3), toAcknowledge: true }),
    ...(happens(0.05) && { sanitised: { digest: 'digest', by: toPersonId(`handler-${draw(handlers)}`) } }),
  };
}

function closedWork(
  receivedOn: Day,
  today: Day,
  { draw, happens }: ReturnType<typeof createRandom>,
): Partial<CaseRecord> {
  return {
    assignee: toPersonId(`handler-${draw(handlers)}`),
    triagedOn: receivedOn,
    updatedOn: receivedOn,
    closedOn: addDays(receivedOn, draw(60)),
    outcome: happens(0.1) ? outcomes[draw(outcomes.length)] : 'noFurtherAction',
    ...(happens(0.05) && {
      sanitised: { digest: 'digest', by: toPersonId('handler-1'), signedBy: toPersonId('handler-2') },
    }),
    ...(happens(0.001) && { erasure: { askedBy: toPersonId(`handler-${draw(handlers)}`), on: today } }),
    reviewOn: happens(0.003) ? addDays(today, -draw(30)) : addDays(today, 1 + draw(2_000)),
  };
}

/** So many cases, the newest first: as `generateCase` makes them up. */
export const generateCases = (count: number, today: Day): readonly CaseRecord[] =>
  Array.from({ length: count }, (_, at) => generateCase(at, count, today, ''));

/** Whether a unit has a case in hand: open ones, and closed ones of which something waits for somebody. */
const isInHand = ({ status, reviewOn, erasure }: CaseRecord, today: Day): boolean =>
  status !== 'closed' || erasure !== undefined || (reviewOn !== undefined && reviewOn <= today);

/**
 * A shorter history of the same unit: so many of its cases, all that it has in hand among them, and the newest of the
 * others. Whatever waits is the same in both, so that what differs in time is what the history costs.
 */
export function limitHistory(cases: readonly CaseRecord[], count: number, today: Day): readonly CaseRecord[] {
  const inHand = new Set(cases.filter((record) => isInHand(record, today)));
  const others = cases.filter((record) => !inHand.has(record)).slice(0, Math.max(0, count - inHand.size));
  const kept = new Set([...inHand, ...others]);
  return cases.filter((record) => kept.has(record));
}

/**
 * Case `at` of so many, the newest first, over ten years: five in a hundred are open, most of these new; a hundredth
 * has somebody shut out, the viewer from half of these; three in a hundred are the reserve's. One in twenty of those that
 * are worked on has something unread, and one in twenty a text to be signed off.
 */
export function generateCase(at: number, of: number, today: Day, sealedReport: string): CaseRecord {
  const chances = createRandom(`case ${at} of ${of}`);
  const { bytes, draw, happens } = chances;
  const age = at / of;
  const receivedOn = addDays(today, -Math.floor(age * 365 * years));
  const isOpen = happens(age < 0.03 ? 0.9 : 0.024);
  const excluded = happens(0.01) ? [happens(0.5) ? viewer : toPersonId(`handler-${draw(handlers)}`)] : [];
  return {
    ...initialCaseFields,
    caseId: caseIdFromBytes(bytes),
    tenantId: 'tenant',
    receivedOn,
    week: toWeek(receivedOn),
    route: happens(0.1) ? 'hub' : 'staff',
    ...(happens(0.9) && { kind: reportKinds[draw(reportKinds.length)] }),
    urgency: happens(0.15) ? 'urgent' : 'standard',
    mode: identityModes[draw(identityModes.length)] ?? 'notKept',
    language: happens(0.2) ? 'cy' : 'en',
    handledBy: happens(0.03) ? 'reserve' : 'acu',
    status: isOpen ? openStatus(age < 0.01, draw) : 'closed',
    flags: happens(0.05) ? ['apsp'] : [],
    ...(happens(0.9) && { nationalCategory: nationalCategories[draw(nationalCategories.length)] }),
    contentTag: 'tag',
    mailboxRecipient: 'age1pq1mailbox',
    sealedReport,
    chain: { sequence: 1, hash: 'hash' },
    excluded,
    ...(isOpen ? openWork(receivedOn, today, chances) : closedWork(receivedOn, today, chances)),
  };
}
