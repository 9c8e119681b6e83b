import { describe, expect, it } from '@jest/globals';
import { maxSealLength } from '../../contract/body-schemas.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import { type EventRecord, hashOfEvent } from '../../core/model/event-record.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { createCase, createAlert, createNextEvent, firstEvent, newCaseId } from '../support/contracts/records.ts';

/** What every History promises. */
export function historyContract(name: string, open: OpenStore): void {
  describe(`History of ${name}`, () => {
    it(
      'is empty where there is no case',
      withOpenStore(open, async (store) => {
        expect(await store.history.readAll(newCaseId())).toEqual([]);
      }),
    );

    it(
      'gives the entries in their order, past the ninth and past a page, with their hashes whole',
      withOpenStore(open, async (store) => {
        const record = createCase();
        const entries: EventRecord[] = [firstEvent(record.caseId)];
        await store.cases.create(record, createAlert(record.caseId), entries);
        for (let step = 0; step < 4; step += 1) {
          const found = await store.cases.read(record.caseId);
          if (!found) throw new Error('nothing stands');
          const added: EventRecord[] = [];
          for (let count = 0; count < 30; count += 1) {
            const before = added.at(-1) ?? entries.at(-1);
            if (!before) throw new Error('no entry');
            added.push(
              createNextEvent(before, {
                kind: 'consulted',
                by: count % 2 ? 'reporter' : { objectId: toPersonId('someone') },
              }),
            );
          }
          expect(await store.cases.change({ case: found, events: added })).toBe('changed');
          entries.push(...added);
        }
        const history = await store.history.readAll(record.caseId);
        expect(history).toEqual(entries);
        expect(history.every((event) => hashOfEvent(event) === event.hash)).toBe(true);
      }),
    );

    it(
      'keeps the longest seal that a page may send, as it came',
      withOpenStore(open, async (store) => {
        const record = createCase();
        const first = firstEvent(record.caseId);
        await store.cases.create(record, createAlert(record.caseId), [first]);
        const found = await store.cases.read(record.caseId);
        if (!found) throw new Error('nothing stands');
        const sealed = 'U0VB'.repeat(maxSealLength / 4);
        const note = { for: 'handlers', sealed, digest: digestOfSeal(sealed) } as const;
        const added = createNextEvent(first, { kind: 'noted', by: { objectId: toPersonId('someone') }, note });
        expect(await store.cases.change({ case: found, events: [added] })).toBe('changed');
        expect(await store.history.readAll(record.caseId)).toEqual([first, added]);
      }),
    );

    it(
      'keeps the histories of two cases apart',
      withOpenStore(open, async (store) => {
        const [one, other] = [createCase(), createCase()];
        await store.cases.create(one, createAlert(one.caseId), [firstEvent(one.caseId)]);
        await store.cases.create(other, createAlert(other.caseId), [firstEvent(other.caseId)]);
        expect(await store.history.readAll(one.caseId)).toEqual([firstEvent(one.caseId)]);
      }),
    );
  });
}
