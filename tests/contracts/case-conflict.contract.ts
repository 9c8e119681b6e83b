import { describe, expect, it } from '@jest/globals';
import type { Store } from '../../core/ports/store.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { createCase, createAlert, createNextEvent, firstEvent } from '../support/contracts/records.ts';

async function saved(store: Store) {
  const record = createCase();
  const first = firstEvent(record.caseId);
  await store.cases.create(record, createAlert(record.caseId), [first]);
  const found = await store.cases.read(record.caseId);
  const alert = await store.outbox.read(record.caseId);
  if (!found || !alert) throw new Error('nothing stands');
  const nothingChanged = async () => {
    expect(await store.cases.read(record.caseId)).toEqual(found);
    expect(await store.outbox.read(record.caseId)).toEqual(alert);
    expect(await store.history.readAll(record.caseId)).toEqual([first]);
  };
  return { record, first, found, alert, nothingChanged };
}

/** What every CaseStore promises when two want the same case, or half of a change cannot be. */
export function caseConflictContract(name: string, open: OpenStore): void {
  describe(`conflicts in CaseStore of ${name}`, () => {
    it(
      'refuses a change of an older version and writes nothing of it',
      withOpenStore(open, async (store) => {
        const { record, first, found, alert } = await saved(store);
        const second = createNextEvent(first);
        await store.cases.change({ case: found, events: [second] });
        const before = await store.cases.read(record.caseId);
        expect(
          await store.cases.change({
            case: { ...found, value: { ...record, status: 'closed' } },
            alert: { ...alert, value: { ...alert.value, attempts: 5 } },
            events: [createNextEvent(second)],
          }),
        ).toBe('conflict');
        expect(await store.cases.read(record.caseId)).toEqual(before);
        expect(await store.outbox.read(record.caseId)).toEqual(alert);
        expect(await store.history.readAll(record.caseId)).toEqual([first, second]);
      }),
    );

    it(
      'writes nothing when the alert has moved on',
      withOpenStore(open, async (store) => {
        const { record, first, found, alert } = await saved(store);
        const moved = await store.outbox.write({ ...alert, value: { ...alert.value, attempts: 1 } });
        expect(
          await store.cases.change({
            case: { ...found, value: { ...record, status: 'closed' } },
            alert,
            events: [createNextEvent(first)],
          }),
        ).toBe('conflict');
        expect(await store.cases.read(record.caseId)).toEqual(found);
        expect(await store.outbox.read(record.caseId)).toEqual(moved);
        expect(await store.history.readAll(record.caseId)).toEqual([first]);
      }),
    );

    it(
      'writes nothing when one of the events exists, also not the others',
      withOpenStore(open, async (store) => {
        const { record, first, found, alert, nothingChanged } = await saved(store);
        expect(
          await store.cases.change({
            case: { ...found, value: { ...record, status: 'closed' } },
            alert: { ...alert, value: { ...alert.value, attempts: 5 } },
            events: [createNextEvent(first), { ...first, kind: 'consulted' }],
          }),
        ).toBe('conflict');
        await nothingChanged();
      }),
    );

    it(
      'refuses a version that it never gave',
      withOpenStore(open, async (store) => {
        const { found, first, nothingChanged } = await saved(store);
        for (const version of ['', '*', '0', 'nonsense', `${found.version}x`]) {
          expect(await store.cases.change({ case: { ...found, version }, events: [createNextEvent(first)] })).toBe(
            'conflict',
          );
        }
        await nothingChanged();
      }),
    );

    it(
      'refuses to change a case that was never saved',
      withOpenStore(open, async (store) => {
        const record = createCase();
        const change = { case: { value: record, version: '1' }, events: [firstEvent(record.caseId)] };
        expect(await store.cases.change(change)).toBe('conflict');
        expect(await store.cases.read(record.caseId)).toBeUndefined();
        expect(await store.history.readAll(record.caseId)).toEqual([]);
      }),
    );

    it(
      'lets exactly one of ten who change the same version through',
      withOpenStore(open, async (store) => {
        const { record, found, first } = await saved(store);
        const answers = await Promise.all(
          Array.from({ length: 10 }, (_, writer) =>
            store.cases.change({
              case: found,
              events: [createNextEvent(first, { by: { objectId: toPersonId(`handler-${writer}`) } })],
            }),
          ),
        );
        expect(answers.filter((answer) => answer === 'changed')).toHaveLength(1);
        expect(await store.history.readAll(record.caseId)).toHaveLength(2);
      }),
    );
  });
}
