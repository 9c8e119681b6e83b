import { describe, expect, it } from '@jest/globals';
import type { Store } from '../../core/ports/store.ts';
import { personId } from '../../core/model/directory.ts';
import { type OpenStore, withStore } from '../support/contracts/open-store.ts';
import { aCase, anAlert, eventAfter, firstEvent } from '../support/contracts/records.ts';

async function saved(store: Store) {
  const record = aCase();
  const first = firstEvent(record.caseId);
  await store.cases.create(record, anAlert(record.caseId), [first]);
  const found = await store.cases.read(record.caseId);
  const alert = await store.outbox.read(record.caseId);
  if (!found || !alert) throw new Error('nothing stands');
  const nothingChanged = async () => {
    expect(await store.cases.read(record.caseId)).toEqual(found);
    expect(await store.outbox.read(record.caseId)).toEqual(alert);
    expect(await store.history.of(record.caseId)).toEqual([first]);
  };
  return { record, first, found, alert, nothingChanged };
}

/** What every CaseStore promises when two want the same case, or half of a change cannot be. */
export function caseConflictContract(name: string, open: OpenStore): void {
  describe(`conflicts in CaseStore of ${name}`, () => {
    it(
      'refuses a change of an older version and writes nothing of it',
      withStore(open, async (store) => {
        const { record, first, found, alert } = await saved(store);
        const second = eventAfter(first);
        await store.cases.change({ case: found, events: [second] });
        const before = await store.cases.read(record.caseId);
        expect(
          await store.cases.change({
            case: { ...found, value: { ...record, status: 'closed' } },
            alert: { ...alert, value: { ...alert.value, attempts: 5 } },
            events: [eventAfter(second)],
          }),
        ).toBe('conflict');
        expect(await store.cases.read(record.caseId)).toEqual(before);
        expect(await store.outbox.read(record.caseId)).toEqual(alert);
        expect(await store.history.of(record.caseId)).toEqual([first, second]);
      }),
    );

    it(
      'writes nothing when the alert has moved on',
      withStore(open, async (store) => {
        const { record, first, found, alert } = await saved(store);
        const moved = await store.outbox.write({ ...alert, value: { ...alert.value, attempts: 1 } });
        expect(
          await store.cases.change({
            case: { ...found, value: { ...record, status: 'closed' } },
            alert,
            events: [eventAfter(first)],
          }),
        ).toBe('conflict');
        expect(await store.cases.read(record.caseId)).toEqual(found);
        expect(await store.outbox.read(record.caseId)).toEqual(moved);
        expect(await store.history.of(record.caseId)).toEqual([first]);
      }),
    );

    it(
      'writes nothing when one of the events exists, also not the others',
      withStore(open, async (store) => {
        const { record, first, found, alert, nothingChanged } = await saved(store);
        expect(
          await store.cases.change({
            case: { ...found, value: { ...record, status: 'closed' } },
            alert: { ...alert, value: { ...alert.value, attempts: 5 } },
            events: [eventAfter(first), { ...first, kind: 'consulted' }],
          }),
        ).toBe('conflict');
        await nothingChanged();
      }),
    );

    it(
      'refuses a version that it never gave',
      withStore(open, async (store) => {
        const { found, first, nothingChanged } = await saved(store);
        for (const version of ['', '*', '0', 'nonsense', `${found.version}x`]) {
          expect(await store.cases.change({ case: { ...found, version }, events: [eventAfter(first)] })).toBe(
            'conflict',
          );
        }
        await nothingChanged();
      }),
    );

    it(
      'refuses to change a case that was never saved',
      withStore(open, async (store) => {
        const record = aCase();
        const change = { case: { value: record, version: '1' }, events: [firstEvent(record.caseId)] };
        expect(await store.cases.change(change)).toBe('conflict');
        expect(await store.cases.read(record.caseId)).toBeUndefined();
        expect(await store.history.of(record.caseId)).toEqual([]);
      }),
    );

    it(
      'lets exactly one of ten who change the same version through',
      withStore(open, async (store) => {
        const { record, found, first } = await saved(store);
        const answers = await Promise.all(
          Array.from({ length: 10 }, (_, writer) =>
            store.cases.change({
              case: found,
              events: [eventAfter(first, { by: { objectId: personId(`handler-${writer}`) } })],
            }),
          ),
        );
        expect(answers.filter((answer) => answer === 'changed')).toHaveLength(1);
        expect(await store.history.of(record.caseId)).toHaveLength(2);
      }),
    );
  });
}
