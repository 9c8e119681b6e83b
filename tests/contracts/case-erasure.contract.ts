import { describe, expect, it } from '@jest/globals';
import type { CaseRecord } from '../../core/model/case-record.ts';
import {
  appendEvent,
  type EventRecord,
  isRecordIntact,
  isHistoryIntact,
  type NewEvent,
} from '../../core/model/event-record.ts';
import type { Store } from '../../core/ports/store.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { createCase, createAlert, firstEvent, now, today } from '../support/contracts/records.ts';

const by = { objectId: toPersonId('a-handler') } as const;
const at = now.toISOString();
const noted: NewEvent = { kind: 'noted', by, at, note: { for: 'handlers', sealed: 'bm90ZQ==' } };
const message: NewEvent = {
  kind: 'messageFromReporter',
  by: 'reporter',
  at: today,
  message: { id: 'm', number: 1, sealed: 'bWVzc2FnZQ==' },
};
const assigned: NewEvent = { kind: 'assigned', by, at, detail: { person: toPersonId('a-handler') } };

async function readCase(store: Store, caseId: CaseRecord['caseId']) {
  const found = await store.cases.read(caseId);
  const alert = await store.outbox.read(caseId);
  if (!found || !alert) throw new Error('nothing stands');
  return { found, alert, events: await store.history.readAll(caseId) };
}

/** A case with words in its history, and what erases them. */
export async function createCaseWithText(store: Store, rounds = 2) {
  const record = createCase({ sealedReport: 'cmVwb3J0', sealedIdentity: 'aWQ=' });
  await store.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
  for (let round = 0; round < rounds; round += 1) {
    for (const event of [noted, assigned, message]) {
      const found = await store.cases.read(record.caseId);
      if (!found) throw new Error('nothing stands');
      const next = appendEvent(found.value, event);
      await store.cases.change({ case: { ...found, value: next.record }, events: [next.event] });
    }
  }
  const before = await readCase(store, record.caseId);
  const { sealedIdentity: _identity, ...rest } = before.found.value;
  const tombstone = appendEvent({ ...rest, sealedReport: '', erasedOn: today }, { kind: 'erased', by, at });
  return {
    caseId: record.caseId,
    before,
    change: { case: { ...before.found, value: tombstone.record }, events: [tombstone.event] },
    standing: () => readCase(store, record.caseId),
  };
}

const holdsSeal = ({ message: words, note }: EventRecord): boolean =>
  words?.sealed !== undefined || note?.sealed !== undefined;

/** What every CaseStore promises of erasure. */
export function caseErasureContract(name: string, open: OpenStore): void {
  describe(`erasure in CaseStore of ${name}`, () => {
    it(
      'takes every seal out, and leaves the history whole with its digests',
      withOpenStore(open, async (store) => {
        const { caseId, before, change, standing: after } = await createCaseWithText(store);
        expect(before.events.filter(holdsSeal)).toHaveLength(4);
        expect(await store.cases.erase(change)).toBe('changed');
        const { found, events, alert } = await after();
        expect(found.value).toEqual(change.case.value);
        expect(alert).toEqual(before.alert);
        expect(events.some(holdsSeal)).toBe(false);
        expect(events).toHaveLength(before.events.length + 1);
        expect(events.map(({ message: words, note }) => words?.digest ?? note?.digest)).toEqual(
          [...before.events, ...change.events].map(({ message: words, note }) => words?.digest ?? note?.digest),
        );
        expect(isHistoryIntact(caseId, found.value.chain, events)).toBe(true);
        expect(isRecordIntact(found.value, events)).toBe(true);
      }),
    );

    it(
      'does so for a history longer than any batch, and changes the alert with it',
      withOpenStore(open, async (store) => {
        const { caseId, before, change, standing: after } = await createCaseWithText(store, 80);
        const alert = { ...before.alert, value: { ...before.alert.value, state: 'posted' as const } };
        expect(await store.cases.erase({ ...change, alert })).toBe('changed');
        const { found, events, alert: stands } = await after();
        expect(events).toHaveLength(242);
        expect(events.some(holdsSeal)).toBe(false);
        expect(isHistoryIntact(caseId, found.value.chain, events)).toBe(true);
        expect(stands.value.state).toBe('posted');
      }),
    );

    it(
      'keeps no seal of the events that come with it',
      withOpenStore(open, async (store) => {
        const { caseId, before, standing: after } = await createCaseWithText(store);
        const last = appendEvent({ ...before.found.value, sealedReport: '' }, { ...noted, kind: 'erased' });
        const change = { case: { ...before.found, value: last.record }, events: [last.event] };
        expect(await store.cases.erase(change)).toBe('changed');
        const { found, events } = await after();
        expect(events.some(holdsSeal)).toBe(false);
        expect(isHistoryIntact(caseId, found.value.chain, events)).toBe(true);
      }),
    );

    it(
      'erases nothing where the case or its alert has moved on, or an event exists',
      withOpenStore(open, async (store) => {
        const { before, change, standing: after } = await createCaseWithText(store);
        const [event] = change.events;
        const [first] = before.events;
        if (!event || !first) throw new Error('no entry');
        const alert = { ...before.alert, version: 'nonsense' };
        for (const refused of [
          { ...change, case: { ...change.case, version: 'nonsense' } },
          { ...change, alert },
          { ...change, events: [event, first] },
        ]) {
          expect(await store.cases.erase(refused)).toBe('conflict');
        }
        expect(await after()).toEqual(before);
      }),
    );

    it(
      'may be asked again: nothing comes back',
      withOpenStore(open, async (store) => {
        const { change, standing: after } = await createCaseWithText(store);
        await store.cases.erase(change);
        const erased = await after();
        expect(await store.cases.erase(change)).toBe('conflict');
        await store.cases.assertErased();
        expect(await after()).toEqual(erased);
      }),
    );

    it(
      'leaves the words of other cases alone',
      withOpenStore(open, async (store) => {
        const [one, other] = [await createCaseWithText(store), await createCaseWithText(store)];
        await store.cases.erase(one.change);
        expect(await other.standing()).toEqual(other.before);
      }),
    );
  });
}
