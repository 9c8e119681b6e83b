import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseId } from '../../../core/model/case-id.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { excludePerson } from '../../../core/casework/exclusion.ts';
import { linkCase } from '../../../core/casework/link-case.ts';
import { viewCase } from '../../../core/casework/case-view.ts';
import { isRecordIntact, isHistoryIntact } from '../../../core/model/event-record.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import {
  createActor,
  createCasework,
  newRequestId,
  one,
  saveCase,
  readStoredCase,
  three,
  two,
  why,
  failSecondChange,
} from '../../support/core/casework.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let cases: { readonly mine: CaseId; readonly other: CaseId };
beforeEach(async () => {
  cases = { mine: await saveCase(core), other: await saveCase(core) };
});

const link = (caseId: CaseId, other: CaseId, request = newRequestId(), by = one) =>
  linkCase(createCasework(core), by, { caseId, other, request });
const linksOf = async (caseId: CaseId) => {
  const { events } = await readStoredCase(core, caseId);
  return events.flatMap(({ kind, link: made }) => (kind === 'linked' ? [made?.other] : []));
};
const shutOut = (caseId: CaseId, person: string) =>
  excludePerson(createCasework(core), one, { caseId, request: newRequestId(), person: toPersonId(person), words: why });

describe('a link of two cases', () => {
  it('stands in both, once, whichever of them it is made from and however often', async () => {
    const { mine, other } = cases;
    expect(await link(mine, other)).toMatchObject({ kind: 'changed', isNew: true });
    expect(await link(mine, other)).toMatchObject({ kind: 'changed', isNew: false });
    expect(await link(other, mine)).toMatchObject({ kind: 'changed', isNew: false });
    expect(await linksOf(mine)).toEqual([other]);
    expect(await linksOf(other)).toEqual([mine]);
  });

  it('that stopped half way is completed by a repeat', async () => {
    const { mine, other } = cases;
    const request = newRequestId();
    const deps = failSecondChange(core);
    await expect(linkCase(deps, one, { caseId: mine, other, request })).rejects.toEqual(new StoreError('unavailable'));
    expect(await link(mine, other, request)).toMatchObject({ kind: 'changed', isNew: false });
    expect(await linksOf(mine)).toEqual([other]);
    expect(await linksOf(other)).toEqual([mine]);
  });

  it('is not made with itself', async () => {
    expect(await link(cases.mine, cases.mine)).toEqual({ kind: 'notAllowed', why: 'sameCase' });
  });

  it('is refused in the same words where either is not there or not theirs to see', async () => {
    const reserved = await saveCase(core, 'yes');
    for (const [caseId, other] of [
      [cases.mine, newCaseId()],
      [newCaseId(), cases.mine],
      [cases.mine, reserved],
      [reserved, cases.mine],
    ] as const) {
      expect(await link(caseId, other)).toEqual({ kind: 'refused' });
    }
    await shutOut(cases.other, two.objectId);
    expect(await link(cases.mine, cases.other, newRequestId(), two)).toEqual({ kind: 'refused' });
    expect(await linksOf(cases.mine)).toEqual([]);
  });

  it('is not made where it would show one of them to somebody who may not see it', async () => {
    const reserved = await saveCase(core, 'yes');
    const both = createActor('both', 'handler', 'reserve');
    expect(await link(cases.mine, reserved, newRequestId(), both)).toEqual({ kind: 'notAllowed', why: 'state' });
    await shutOut(cases.other, three.objectId);
    expect(await link(cases.mine, cases.other)).toEqual({ kind: 'notAllowed', why: 'state' });
    await shutOut(cases.mine, three.objectId);
    expect(await link(cases.mine, cases.other)).toMatchObject({ kind: 'changed', isNew: true });
  });

  it('is no longer shown to somebody who is shut out of one of them since', async () => {
    const { mine, other } = cases;
    await link(mine, other);
    expect(JSON.stringify(await viewCase(createCasework(core), two, mine))).toContain(other);
    await shutOut(other, two.objectId);
    expect(await viewCase(createCasework(core), two, mine)).toMatchObject({ kind: 'viewed', linked: [] });
    expect(JSON.stringify(await viewCase(createCasework(core), two, mine))).not.toContain(other);
    expect(JSON.stringify(await viewCase(createCasework(core), one, mine))).toContain(other);
    const opened = await releaseSeals(core.deps, mine, two);
    if (opened.kind !== 'consulted') throw new Error('the case was not handed out');
    expect(JSON.stringify(opened)).not.toContain(other);
    expect(isHistoryIntact(mine, opened.record.chain, opened.events)).toBe(true);
    expect(isRecordIntact(opened.record, opened.events)).toBe(true);
    expect(JSON.stringify(await releaseSeals(core.deps, mine, one))).toContain(other);
  });
});
