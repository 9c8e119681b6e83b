import { beforeEach, describe, expect, it } from '@jest/globals';
import { loadCase, type LoadedCase } from '../../../core/casework/load-case.ts';
import { assignCase, addCaseNote } from '../../../core/casework/case-management.ts';
import type { SnapshotRequest, HistoryEntryQuery } from '../../../core/ports/case-store.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { createCountingStore } from '../../support/access/counting-store.ts';
import {
  createAskedChange,
  createCasework,
  newRequestId,
  one,
  saveCase,
  viewCase,
  two,
  words,
} from '../../support/core/casework.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let caseId: CaseId;
beforeEach(async () => {
  caseId = await saveCase(core);
  for (const by of [one, two, one]) {
    await addCaseNote(createCasework(core), by, { caseId, request: newRequestId(), words: words() });
  }
});

const gathered: SnapshotRequest = {
  entries: [{ last: 2 }, { kinds: ['received'] }],
  counts: ['noted'],
  written: [{ by: 'others' }],
};

/** A case in hand at a store that counts. */
async function held(): Promise<{ readonly found: LoadedCase; readonly calls: () => number }> {
  const counting = createCountingStore(core.store);
  const found = await loadCase(
    counting.store,
    caseId,
    () => true,
    async () => gathered,
  );
  if (!found) throw new Error('no such case is saved');
  counting.take();
  return { found, calls: () => counting.take().length };
}

describe('a case in hand', () => {
  it.each<readonly [HistoryEntryQuery, number]>([
    [{ last: 2 }, 0],
    [{ last: 1 }, 0],
    [{ kinds: ['received'] }, 0],
    [{ kinds: ['received'], last: 1 }, 0],
    [{ last: 3 }, 1],
    [{}, 1],
    [{ kinds: ['noted'] }, 1],
    [{ kinds: ['noted'], last: 1 }, 1],
    [{ kinds: ['received'], by: [one.objectId] }, 1],
    [{ kinds: ['received'], first: 1 }, 1],
  ])('answers %j as the history does, and asks the store so many times: %d', async (which, times) => {
    const { found, calls } = await held();
    expect(await found.history.entries(caseId, which)).toEqual(await core.store.history.entries(caseId, which));
    expect(calls()).toBe(times);
  });

  it('counts as the history does, and asks the store for what was not gathered or is of another case', async () => {
    const { found, calls } = await held();
    expect(await found.history.count(caseId, 'noted')).toBe(3);
    expect(await found.history.writtenVolume(caseId, 'others')).toMatchObject({ count: 3 });
    expect(calls()).toBe(0);
    expect(await found.history.count(caseId, 'received')).toBe(1);
    expect(await found.history.writtenVolume(caseId, 'reporter')).toEqual({ count: 0, size: 0 });
    const other = await saveCase(core);
    expect(await found.history.count(other, 'noted')).toBe(0);
    expect(await found.history.entries(other, { last: 1 })).toHaveLength(1);
    expect(calls()).toBe(4);
  });

  it('is after a write what the store would answer then', async () => {
    const outcome = await assignCase(createCasework(core), one, {
      ...(await createAskedChange(core, caseId)),
      to: two.objectId,
    });
    if (outcome.kind !== 'changed') throw new Error('it was not given to anybody');
    const { record, history } = outcome.loadedCase;
    expect(record).toEqual((await core.store.cases.read(caseId))?.value);
    const last = { last: 25 } as const;
    expect(await history.entries(caseId, last)).toEqual(await core.store.history.entries(caseId, last));
    expect(await history.count(caseId, 'messageToReporter')).toBe(0);
    const note = { caseId, request: newRequestId(), words: words() };
    const noted = await addCaseNote(createCasework(core), one, note);
    if (noted.kind !== 'changed') throw new Error('nothing was noted');
    expect(await noted.loadedCase.history.entries(caseId, last)).toHaveLength(6);
    expect((await viewCase(core, caseId, one)).events).toHaveLength(6);
  });

  it('is none where somebody may not have it, and nothing else is asked then', async () => {
    const counting = createCountingStore(core.store);
    const refused = await loadCase(
      counting.store,
      caseId,
      () => false,
      async () => gathered,
    );
    expect(refused).toBeUndefined();
    expect(counting.take().map(({ call }) => call)).toEqual(['cases.readAccess']);
  });
});
