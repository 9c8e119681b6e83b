import { describe, expect, it } from '@jest/globals';
import type { Store } from '../../../core/ports/store.ts';
import { createCase, createAlert, createNextEvent, firstEvent } from '../../support/contracts/records.ts';
import { setUpCosmosDatabase, isBatch } from '../../support/storage/set-up-store.ts';

const { cosmos, open, batchesSince } = setUpCosmosDatabase();
const save = (store: Store, record = createCase()) =>
  store.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);

describe('saving a case in Cosmos DB when the answer is lost', () => {
  it.each(['commit-then-reset', 'commit-then-hang'] as const)('says once that it is new after %s', async (kind) => {
    const store = open({ requestTimeoutMs: 1_000 });
    const record = createCase();
    const start = cosmos.requests.length;
    cosmos.faults.next({ kind, match: isBatch });
    expect(await save(store, record)).toBe('created');
    // On a machine that others keep busy the repeat may be late as well, and is repeated once more.
    expect(batchesSince(start)).toBeGreaterThanOrEqual(2);
    expect(kind === 'commit-then-hang' || batchesSince(start) === 2).toBe(true);
    expect(await store.history.readAll(record.caseId)).toHaveLength(1);
    expect(await save(store, record)).toBe('exists');
  });

  it.each([408, 500, 503])('says once that it is new where it was carried out and answered %i', async (status) => {
    const store = open();
    const record = createCase();
    cosmos.faults.next({ kind: 'commit-then-status', status, match: isBatch });
    expect(await save(store, record)).toBe('created');
    expect(await save(store, record)).toBe('exists');
  });

  it.each([408, 449, 503])('repeats what was not carried out and answered %i', async (status) => {
    const store = open();
    cosmos.faults.next({ kind: 'status', status, match: isBatch, times: 2 });
    expect(await save(store)).toBe('created');
  });

  it.each(['reset', 'commit-then-reset'] as const)('tells one of two servers that it is new after %s', async (kind) => {
    const [one, other] = [open(), open()];
    for (let round = 0; round < 5; round += 1) {
      const record = createCase();
      cosmos.faults.next({ kind, match: isBatch });
      const answers = await Promise.all([save(one, record), save(other, record)]);
      expect(answers.sort()).toEqual(['created', 'exists']);
      expect(await one.history.readAll(record.caseId)).toHaveLength(1);
    }
  });

  it('says that it does not know where no answer ever comes, and is told by a repeat', async () => {
    // As long as a server waits: the SDK alone would try for most of a minute.
    const store = open({ deadlineMs: 5_000 });
    const record = createCase();
    cosmos.faults.next({ kind: 'commit-then-reset', match: isBatch, times: Infinity });
    // The look for its own first attempt fails as well.
    cosmos.faults.next({ kind: 'reset', times: Infinity });
    await expect(save(store, record)).rejects.toMatchObject({ code: 'unknown' });
    cosmos.faults.clear();
    expect(await save(store, record)).toBe('exists');
  });

  it('says that it does not know where nothing was carried out but no answer came', async () => {
    const store = open();
    const record = createCase();
    cosmos.faults.next({ kind: 'reset', match: isBatch, times: Infinity });
    await expect(save(store, record)).rejects.toMatchObject({ code: 'unknown' });
    cosmos.faults.clear();
    expect(await store.cases.read(record.caseId)).toBeUndefined();
  });

  it('looks whether it stands when it is throttled after a lost answer', async () => {
    const store = open();
    cosmos.faults.next({ kind: 'commit-then-reset', match: isBatch });
    cosmos.faults.next({ kind: 'status', status: 429, match: isBatch, times: Infinity });
    expect(await save(store)).toBe('created');
    cosmos.faults.clear();
    cosmos.faults.next({ kind: 'commit-then-reset', match: isBatch });
    // The look is throttled as well.
    cosmos.faults.next({ kind: 'status', status: 429, times: Infinity });
    await expect(save(store)).rejects.toMatchObject({ code: 'unknown' });
  });
});

describe('changing a case in Cosmos DB when the answer is lost', () => {
  it('says that it is changed, once', async () => {
    const store = open();
    const record = createCase();
    await save(store, record);
    const found = await store.cases.read(record.caseId);
    if (!found) throw new Error('nothing stands');
    cosmos.faults.next({ kind: 'commit-then-reset', match: isBatch });
    const change = { case: found, events: [createNextEvent(firstEvent(record.caseId))] };
    expect(await store.cases.change(change)).toBe('changed');
    expect(await store.cases.change(change)).toBe('conflict');
    expect(await store.history.readAll(record.caseId)).toHaveLength(2);
  });

  it('gives the version of an alert that it wrote', async () => {
    const store = open();
    const record = createCase();
    await save(store, record);
    const alert = await store.outbox.read(record.caseId);
    if (!alert) throw new Error('nothing stands');
    cosmos.faults.next({ kind: 'commit-then-reset', match: isBatch });
    const written = await store.outbox.write({ ...alert, value: { ...alert.value, attempts: 1 } });
    expect(written).toEqual(await store.outbox.read(record.caseId));
    expect(written?.value.attempts).toBe(1);
  });

  it('lets one of two who lease an alert have it', async () => {
    const [one, other] = [open(), open()];
    const record = createCase();
    await save(one, record);
    const alert = await one.outbox.read(record.caseId);
    if (!alert) throw new Error('nothing stands');
    cosmos.faults.next({ kind: 'commit-then-reset', match: isBatch });
    const written = await Promise.all([one.outbox.write(alert), other.outbox.write(alert)]);
    expect(written.filter((mine) => mine !== undefined)).toHaveLength(1);
  });
});
