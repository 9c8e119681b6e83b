import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../core/model/calendar.ts';
import { appendEvent, type EventRecord, type NewEvent } from '../../core/model/event-record.ts';
import { type SnapshotRequest, filterHistoryEntries, type HistoryEntryQuery } from '../../core/ports/case-store.ts';
import type { Store } from '../../core/ports/store.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { createCase, createAlert, firstEvent, newCaseId } from '../support/contracts/records.ts';

const mark = 'U0VBTA==';
const one = { objectId: toPersonId('one') } as const;
const two = { objectId: toPersonId('two') } as const;
const at = '2026-11-25T09:00:00.000Z';
const written: readonly NewEvent[] = [
  { kind: 'messageFromReporter', by: 'reporter', at: '2026-11-25', message: { id: 'a', number: 1, sealed: mark } },
  { kind: 'consulted', by: one, at },
  { kind: 'noted', by: one, at, request: 'request-a', note: { for: 'handlers', sealed: mark.repeat(2) } },
  {
    kind: 'excluded',
    by: two,
    at,
    detail: { person: toPersonId('somebody') },
    note: { for: 'oversight', sealed: mark },
  },
  { kind: 'consulted', by: two, at },
  { kind: 'reviewSet', by: one, at, detail: { reviewOn: addDays(createCase().receivedOn, 90), hold: false } },
  { kind: 'consulted', by: one, at },
  { kind: 'noted', by: two, at, note: { for: 'handlers', sealed: mark } },
];
const nothing: SnapshotRequest = { entries: [], counts: [], written: [] };
const questions: readonly HistoryEntryQuery[] = [
  { last: 2 },
  { kinds: ['excluded', 'conflictDeclared'] },
  { kinds: ['linked'] },
  { requests: ['request-a', 'request-b'] },
  { kinds: ['consulted'], by: [one.objectId, toPersonId('three')], last: 1 },
  { kinds: ['reviewSet'], last: 1 },
  { before: 4, last: 1 },
  { after: 1, first: 1 },
  { message: 'a' },
];

/** A case with such a history. */
async function writtenCase(store: Store) {
  const record = createCase();
  await store.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
  for (const event of written) {
    const found = await store.cases.read(record.caseId);
    if (!found) throw new Error('nothing stands');
    const next = appendEvent(found.value, event);
    await store.cases.change({ case: { ...found, value: next.record }, events: [next.event] });
  }
  return record.caseId;
}

const placesOf = (events: readonly EventRecord[] | undefined) => events?.map(({ sequence }) => sequence);

/** What every CaseStore promises of a case that is gathered with what is asked of its history. */
export function caseSnapshotContract(name: string, open: OpenStore): void {
  describe(`a case that ${name} gathers`, () => {
    it(
      'is the case and the alert that are read alone, at versions that can be written over',
      withOpenStore(open, async (store) => {
        const caseId = await writtenCase(store);
        const found = await store.cases.readSnapshot(caseId, nothing);
        expect(found).toEqual({
          case: await store.cases.read(caseId),
          alert: await store.outbox.read(caseId),
          entries: [],
          counts: [],
          written: [],
        });
        if (!found?.alert?.value) throw new Error('nothing stands');
        const next = appendEvent(found.case.value, { kind: 'noted', by: one, at });
        const change = {
          case: { ...found.case, value: next.record },
          alert: { version: found.alert.version, value: { ...found.alert.value, attempts: 3 } },
          events: [next.event],
        };
        expect(await store.cases.change(change)).toBe('changed');
        expect(await store.cases.change(change)).toBe('conflict');
        expect((await store.cases.readSnapshot(caseId, nothing))?.alert?.value?.attempts).toBe(3);
      }),
    );

    it(
      'comes with every entry that one of the questions asks for, once, in their order and without a seal',
      withOpenStore(open, async (store) => {
        const caseId = await writtenCase(store);
        const asking = async (entries: readonly HistoryEntryQuery[]) =>
          (await store.cases.readSnapshot(caseId, { ...nothing, entries }))?.entries;
        for (const question of questions) {
          expect(await asking([question])).toEqual(await store.history.entries(caseId, question));
        }
        const all = await asking(questions);
        expect(placesOf(all)).toEqual([2, 3, 4, 5, 7, 8, 9]);
        expect(placesOf(await asking([{ kinds: ['linked'] }, { requests: ['nobody-asked'] }]))).toEqual([]);
        expect(placesOf(await asking([{}]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        expect(JSON.stringify(all)).not.toContain(mark);
        // From what came of all of them each is answered as the history answers it.
        for (const question of questions) {
          expect(filterHistoryEntries(all ?? [], question)).toEqual(await store.history.entries(caseId, question));
        }
      }),
    );

    it(
      'comes with what was counted and written, in the order in which it was asked for',
      withOpenStore(open, async (store) => {
        const caseId = await writtenCase(store);
        const since = { from: '2026-11-25T00:00:00.000Z', to: '2026-11-25T09:00:00.000Z' };
        const found = await store.cases.readSnapshot(caseId, {
          entries: [{ last: 1 }],
          counts: ['consulted', 'erased', 'noted'],
          written: [{ by: 'others' }, { by: 'reporter' }, { by: 'others', since }],
        });
        expect(found?.counts).toEqual([3, 0, 2]);
        const size = mark.length;
        expect(found?.written).toEqual([
          { count: 3, size: 4 * size },
          { count: 1, size },
          { count: 0, size: 0 },
        ]);
      }),
    );

    it(
      'is none where none stands, and holds nothing of another',
      withOpenStore(open, async (store) => {
        const caseId = await writtenCase(store);
        const other = await writtenCase(store);
        const asked: SnapshotRequest = { entries: [{}], counts: ['noted'], written: [{ by: 'others' }] };
        expect(await store.cases.readSnapshot(newCaseId(), asked)).toBeUndefined();
        expect(JSON.stringify(await store.cases.readSnapshot(caseId, asked))).not.toContain(other);
      }),
    );
  });
}
