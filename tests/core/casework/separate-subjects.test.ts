import { beforeEach, describe, expect, it } from '@jest/globals';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { excludePerson } from '../../../core/casework/exclusion.ts';
import { type SeparateSubjectsRequest, linkCase, recordSeparateSubjects } from '../../../core/casework/link-case.ts';
import { loggedActionByKind, isRecordIntact, isHistoryIntact } from '../../../core/model/event-record.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import {
  createCasework,
  newRequestId,
  one,
  saveCase,
  viewCase,
  readStoredCase,
  three,
  two,
  why,
  words,
  failSecondChange,
} from '../../support/core/casework.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let mine: CaseId;
let other: CaseId;
beforeEach(async () => {
  [mine, other] = [await saveCase(core), await saveCase(core)];
});

const open = async (by = one, ...cases: readonly CaseId[]) => {
  for (const caseId of cases.length > 0 ? cases : [mine, other]) await releaseSeals(createCasework(core), caseId, by);
};
const say = (by = one, given: Partial<SeparateSubjectsRequest> = {}) =>
  recordSeparateSubjects(createCasework(core), by, {
    caseId: mine,
    other,
    request: newRequestId(),
    revised: false,
    words: words(),
    ...given,
  });
const link = (by = one) => linkCase(createCasework(core), by, { caseId: mine, other, request: newRequestId() });
const said = async (caseId: CaseId) =>
  (await readStoredCase(core, caseId)).events.flatMap(({ kind, link: of }) =>
    of === undefined ? [] : [`${kind} ${of.other}`],
  );

describe('two cases that are not about the same person', () => {
  it('say so in both histories, with a sealed reason, as a combination, once however often it is said', async () => {
    await open();
    expect(await say()).toMatchObject({ kind: 'changed', isNew: true });
    expect(await say()).toMatchObject({ kind: 'changed', isNew: false });
    expect(await say(one, { caseId: other, other: mine })).toMatchObject({ kind: 'changed', isNew: false });
    expect([await said(mine), await said(other)]).toEqual([[`notSame ${other}`], [`notSame ${mine}`]]);
    expect([loggedActionByKind.notSame, loggedActionByKind.notSameRevised]).toEqual(['combination', 'combination']);
    for (const caseId of [mine, other]) {
      const { record, events } = await readStoredCase(core, caseId);
      expect(events.at(-1)?.note).toMatchObject(words());
      expect(isHistoryIntact(caseId, record.chain, events) && isRecordIntact(record, events)).toBe(true);
    }
    expect((await viewCase(core, mine, two)).notSame).toEqual([other]);
  });

  it('are not said to be so by whoever has not opened both reports', async () => {
    expect(await say()).toEqual({ kind: 'notAllowed', why: 'notOpened' });
    await open(one, mine);
    expect(await say()).toEqual({ kind: 'notAllowed', why: 'notOpened' });
    await open(two, other);
    expect(await say()).toEqual({ kind: 'notAllowed', why: 'notOpened' });
    expect([await said(mine), await said(other)]).toEqual([[], []]);
  });

  it('are taken for possible again by a second person alone, who may link them as well', async () => {
    await open();
    await open(two);
    await say();
    expect(await say(one, { revised: true })).toEqual({ kind: 'notAllowed', why: 'ownWork' });
    expect(await link(one)).toEqual({ kind: 'notAllowed', why: 'ownWork' });
    expect(await say(two, { revised: true })).toMatchObject({ kind: 'changed', isNew: true });
    expect(await say(two, { revised: true })).toMatchObject({ kind: 'changed', isNew: false });
    expect((await viewCase(core, mine, one)).notSame).toEqual([]);
    expect(await link(one)).toMatchObject({ kind: 'changed', isNew: true });
    expect(await say(two)).toEqual({ kind: 'notAllowed', why: 'state' });
    expect(await viewCase(core, mine, one)).toMatchObject({ linked: [other], notSame: [] });
  });

  it('are linked by a second person at once', async () => {
    await open();
    await say();
    expect(await link(two)).toMatchObject({ kind: 'changed', isNew: true });
    expect(await viewCase(core, other, one)).toMatchObject({ linked: [mine], notSame: [] });
  });

  it('are not said to be so of what was never said, of a case itself, or in words for others', async () => {
    await open();
    expect(await say(one, { revised: true })).toEqual({ kind: 'notAllowed', why: 'state' });
    expect(await say(one, { other: mine })).toEqual({ kind: 'notAllowed', why: 'sameCase' });
    expect(await say(one, { words: words('d29yZHM=', 'self') })).toEqual({ kind: 'notAllowed', why: 'noReason' });
  });

  it('that one person may not see are as no case at all, and named to nobody who was shut out since', async () => {
    await open();
    const reserved = await saveCase(core, 'yes');
    expect(await say(one, { other: reserved })).toEqual({ kind: 'refused' });
    await say();
    const shut = { caseId: other, request: newRequestId(), person: toPersonId(three.objectId), words: why };
    await excludePerson(createCasework(core), one, shut);
    expect(JSON.stringify(await viewCase(core, mine, three))).not.toContain(other);
    expect((await viewCase(core, mine, two)).notSame).toEqual([other]);
    // Those who read the one would learn of the other.
    expect(await say(two, { revised: true })).toEqual({ kind: 'notAllowed', why: 'state' });
  });

  it('say so in both where it stopped half way and is sent again', async () => {
    await open();
    const request = newRequestId();
    const deps = failSecondChange(core);
    const asked = { caseId: mine, other, request, revised: false, words: words() };
    await expect(recordSeparateSubjects(deps, one, asked)).rejects.toEqual(new StoreError('unavailable'));
    expect(await recordSeparateSubjects(createCasework(core), one, asked)).toMatchObject({
      kind: 'changed',
      isNew: false,
    });
    expect([await said(mine), await said(other)]).toEqual([[`notSame ${other}`], [`notSame ${mine}`]]);
  });
});
