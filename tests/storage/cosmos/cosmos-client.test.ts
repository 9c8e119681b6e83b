import { inspect } from 'node:util';
import { AzureLogger, setLogLevel } from '@azure/logger';
import { describe, expect, it } from '@jest/globals';
import type { Store } from '../../../core/ports/store.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { startStrictCosmos } from '../../fakes/strict-cosmos.ts';
import { setUpCosmosDatabase, isBatch } from '../../support/storage/set-up-store.ts';

const { cosmos, open, batchesSince } = setUpCosmosDatabase();
const save = (store: Store, record = createCase()) =>
  store.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);

describe('Cosmos DB that is busy, slow or away', () => {
  it('waits as long as it is asked to, three times', async () => {
    const store = open();
    const start = cosmos.requests.length;
    const headers = { 'x-ms-retry-after-ms': '1' };
    cosmos.faults.next({ kind: 'status', status: 429, headers, match: isBatch, times: 3 });
    expect(await save(store)).toBe('created');
    expect(batchesSince(start)).toBe(4);
  });

  it('is busy when that does not help', async () => {
    const store = open();
    const record = createCase();
    const headers = { 'x-ms-retry-after-ms': '1' };
    cosmos.faults.next({ kind: 'status', status: 429, headers, times: Infinity });
    const start = cosmos.requests.length;
    await expect(save(store, record)).rejects.toMatchObject({ code: 'busy' });
    expect(batchesSince(start)).toBe(4);
    await expect(store.cases.read(record.caseId)).rejects.toMatchObject({ code: 'busy' });
    // A look that was throttled takes no server away.
    await store.check();
    cosmos.faults.clear();
    expect(await store.cases.read(record.caseId)).toBeUndefined();
  });

  it('gives up at the deadline when nothing answers', async () => {
    const record = createCase();
    expect(await save(open(), record)).toBe('created');
    // A call that waited for its own limit would outlast the test's.
    const store = open({ deadlineMs: 300, requestTimeoutMs: 60_000 });
    cosmos.faults.next({ kind: 'hang', times: Infinity });
    await expect(store.cases.read(record.caseId)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(store.outbox.due(new Date(), 5)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(save(store)).rejects.toMatchObject({ code: 'unknown' });
    await expect(store.check()).rejects.toMatchObject({ code: expect.stringMatching(/unknown|unavailable/u) });
  });

  it('reads again after a reset', async () => {
    const store = open();
    const record = createCase();
    await save(store, record);
    cosmos.faults.next({ kind: 'reset' });
    expect((await store.cases.read(record.caseId))?.value).toEqual(record);
  });

  it('is unavailable where nobody listens: nothing was saved', async () => {
    const gone = await startStrictCosmos({ tls: true });
    await gone.stop();
    const store = open({ endpoint: gone.endpoint });
    await expect(save(store)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(store.check()).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('is unavailable with a wrong key or without its containers, and never says that a case is not there', async () => {
    for (const store of [
      open({ credential: { key: Buffer.alloc(64).toString('base64') } }),
      open({ database: 'no-such-database' }),
    ]) {
      await expect(save(store)).rejects.toMatchObject({ code: 'unavailable' });
      await expect(store.cases.read(createCase().caseId)).rejects.toMatchObject({ code: 'unavailable' });
      await expect(store.history.readAll(createCase().caseId)).rejects.toMatchObject({ code: 'unavailable' });
      await expect(store.check()).rejects.toMatchObject({ code: 'unavailable' });
    }
  });

  it('has nothing of a case, an address or a key in its errors', async () => {
    const store = open();
    const record = createCase({ sealedReport: 'CANARYCANARY' });
    for (const status of [400, 413, 429, 503]) {
      cosmos.faults.next({ kind: 'status', status, headers: { 'x-ms-retry-after-ms': '1' }, times: Infinity });
      const error: unknown = await save(store, record).catch((reason: unknown) => reason);
      const shown = inspect(error, { depth: Infinity, showHidden: true });
      expect(shown).toContain('StoreError');
      for (const secret of ['CANARY', record.caseId, cosmos.key, cosmos.endpoint]) {
        expect(shown).not.toContain(secret);
      }
      cosmos.faults.clear();
    }
  });

  it('leaves nothing in the log of the SDK, whatever level the environment asks for', async () => {
    const { log } = AzureLogger;
    const printed: unknown[] = [];
    AzureLogger.log = (...parts: unknown[]) => void printed.push(parts);
    try {
      setLogLevel('verbose');
      const store = open();
      cosmos.faults.next({ kind: 'status', status: 400, times: Infinity });
      await expect(save(store)).rejects.toMatchObject({ code: 'broken' });
      expect(printed).toEqual([]);
    } finally {
      AzureLogger.log = log;
      setLogLevel();
    }
  });

  it('asks for no sealed field in a list', async () => {
    const store = open();
    const record = createCase();
    const start = cosmos.requests.length;
    await store.queries.listWeekCases(record.week, 'acu');
    await store.queries.listOpenCases(record.receivedOn, 'acu');
    await store.queries.countReferralsDue(record.receivedOn, 'acu');
    const questions = cosmos.requests
      .slice(start)
      .map(({ body }) => body)
      .filter((body) => body.includes('SELECT'));
    expect(questions.length).toBeGreaterThanOrEqual(3);
    for (const question of questions) expect(question).not.toMatch(/sealed|\*|mailbox|contentTag/u);
  });
});
