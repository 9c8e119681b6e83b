import { describe, expect, it } from '@jest/globals';
import { appendEvent, type EventRecord, isHistoryIntact, type NewEvent } from '../../core/model/event-record.ts';
import type { HistoryEntryQuery } from '../../core/ports/case-store.ts';
import type { Store } from '../../core/ports/store.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { createCase, createAlert, firstEvent, newCaseId } from '../support/contracts/records.ts';

const by = { objectId: toPersonId('a-handler') } as const;
const mark = 'U0VBTA==';
const addition = (number: number, at: string): NewEvent => ({
  kind: 'messageFromReporter',
  by: 'reporter',
  at,
  message: { id: `addition-${number}`, number, sealed: mark.repeat(number) },
});
const note = (at: string, request: string): NewEvent => ({
  kind: 'noted',
  by,
  at,
  request,
  note: { for: 'handlers', sealed: mark },
});
const written: readonly NewEvent[] = [
  addition(1, '2026-11-24'),
  note('2026-11-24T23:59:59.999Z', 'request-a'),
  addition(2, '2026-11-25'),
  {
    kind: 'assigned',
    by,
    at: '2026-11-25T00:00:00.000Z',
    request: 'request-a',
    detail: { person: toPersonId('a-handler') },
  },
  note('2026-11-25T00:00:00.000Z', 'request-b'),
  addition(3, '2026-11-25'),
  note('2026-11-26T00:00:00.000Z', 'request-c'),
];

/** A case with words of both sides in its history. */
async function writtenCase(store: Store) {
  const record = createCase({ excluded: [toPersonId('somebody')], mailboxRecipient: 'age1pq1theirs' });
  await store.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
  for (const event of written) {
    const found = await store.cases.read(record.caseId);
    if (!found) throw new Error('nothing stands');
    const next = appendEvent(found.value, event);
    await store.cases.change({ case: { ...found, value: next.record }, events: [next.event] });
  }
  return record.caseId;
}

const bare = ({ message, note: beside, ...event }: EventRecord): EventRecord => ({
  ...event,
  ...(message && { message: { id: message.id, number: message.number, digest: message.digest } }),
  ...(beside && { note: { for: beside.for, digest: beside.digest } }),
});

/** What every History promises of what is asked of it without reading all of it. */
export function historyQueriesContract(name: string, open: OpenStore): void {
  describe(`questions to the History of ${name}`, () => {
    it(
      'finds entries by their kinds, requests, message and place, in their order, with and without their seals',
      withOpenStore(open, async (store) => {
        const caseId = await writtenCase(store);
        const all = await store.history.readAll(caseId);
        expect(all.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
        const asked: readonly (readonly [HistoryEntryQuery, readonly number[]])[] = [
          [{}, [1, 2, 3, 4, 5, 6, 7, 8]],
          [{ kinds: ['noted'] }, [3, 6, 8]],
          [{ kinds: ['noted', 'assigned'] }, [3, 5, 6, 8]],
          [{ kinds: ['erased'] }, []],
          [{ kinds: ['noted', 'assigned'], by: [toPersonId('a-handler')], last: 2 }, [6, 8]],
          [{ kinds: ['noted'], by: [toPersonId('another'), toPersonId('a-handler')], last: 1 }, [8]],
          [{ kinds: ['noted'], by: [toPersonId('another')] }, []],
          [{ requests: ['request-a'] }, [3, 5]],
          [{ requests: ['request-c', 'nobody-asked'] }, [8]],
          [{ message: 'addition-2' }, [4]],
          [{ after: 2, before: 5 }, [3, 4]],
          [{ last: 1 }, [8]],
          [{ last: 3 }, [6, 7, 8]],
          [{ first: 2 }, [1, 2]],
          [{ after: 3, first: 2 }, [4, 5]],
          [{ kinds: ['messageFromReporter'], before: 7, last: 1 }, [4]],
          [{ kinds: ['noted'], requests: ['request-a'] }, [3]],
        ];
        for (const [one, sequences] of asked) {
          const expected = all.filter(({ sequence }) => sequences.includes(sequence));
          expect(await store.history.sealedEntries(caseId, one)).toEqual(expected);
          expect(await store.history.entries(caseId, one)).toEqual(expected.map(bare));
        }
      }),
    );

    it(
      'gives no seal where none is asked for, and the entries still verify by their digests',
      withOpenStore(open, async (store) => {
        const caseId = await writtenCase(store);
        const entries = await store.history.entries(caseId, {});
        expect(JSON.stringify(entries)).not.toContain(mark);
        const found = await store.cases.read(caseId);
        expect(isHistoryIntact(caseId, found?.value.chain ?? { sequence: 0, hash: '' }, entries)).toBe(true);
      }),
    );

    it(
      'counts entries of a kind, and what was written by whom from one moment until before another',
      withOpenStore(open, async (store) => {
        const caseId = await writtenCase(store);
        const { history } = store;
        expect(await history.count(caseId, 'messageFromReporter')).toBe(3);
        expect(await history.count(caseId, 'erased')).toBe(0);
        const size = mark.length;
        expect(await history.writtenVolume(caseId, 'reporter')).toEqual({ count: 3, size: 6 * size });
        expect(await history.writtenVolume(caseId, 'others')).toEqual({ count: 3, size: 3 * size });
        const day = { from: '2026-11-25', to: '2026-11-26' };
        expect(await history.writtenVolume(caseId, 'reporter', day)).toEqual({ count: 2, size: 5 * size });
        const instants = { from: '2026-11-25T00:00:00.000Z', to: '2026-11-26T00:00:00.000Z' };
        expect(await history.writtenVolume(caseId, 'others', instants)).toEqual({ count: 1, size });
        const nobody = newCaseId();
        expect(await history.writtenVolume(nobody, 'reporter', day)).toEqual({ count: 0, size: 0 });
        expect(await history.count(nobody, 'noted')).toBe(0);
        expect(await history.entries(nobody, { last: 1 })).toEqual([]);
      }),
    );

    it(
      'says who may have something of a case without reading it, and nothing where there is none',
      withOpenStore(open, async (store) => {
        const caseId = await writtenCase(store);
        expect(await store.cases.readAccess(caseId)).toEqual({
          tenantId: 'tenant',
          handledBy: 'acu',
          excluded: [toPersonId('somebody')],
          mailboxRecipient: 'age1pq1theirs',
        });
        expect(await store.cases.readAccess(newCaseId())).toBeUndefined();
        const found = await store.cases.read(caseId);
        if (!found) throw new Error('nothing stands');
        const moved = appendEvent({ ...found.value, handledBy: 'reserve', excluded: [] }, { ...note('', 'r') });
        await store.cases.change({ case: { ...found, value: moved.record }, events: [moved.event] });
        expect(await store.cases.readAccess(caseId)).toMatchObject({ handledBy: 'reserve', excluded: [] });
      }),
    );
  });
}
