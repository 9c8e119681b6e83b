import { describe, expect, it } from '@jest/globals';
import type { Store } from '../../core/ports/store.ts';
import {
  markSending,
  newDeliveryRun,
  nextDeliveries,
  emptyQuota,
  planBatch,
  withPlannedBatches,
  withServerQuota,
} from '../../core/model/delivery.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';

const run = newDeliveryRun({ id: 'spring:week-1', kind: 'send' });
const people = (from: number, many: number) =>
  Array.from({ length: many }, (_, at) => ({ id: `person-${String(from + at).padStart(4, '0')}` }));
const part = (number: number, many = 3) => planBatch(run.id, number, people(number * many, many));
const begun = (number: number) => markSending(part(number), nextDeliveries(part(number), 2));
const six = [1, 2, 3, 4, 5, 6];

async function withParts(store: Store, many: number): Promise<void> {
  await store.deliveryRuns.write(run, undefined);
  for (let number = 0; number < many; number += 1) {
    await store.deliveryBatches.write([{ value: part(number), expectedVersion: undefined }]);
  }
}

/** What every DeliveryRunStore, DeliveryBatchStore and SendQuotaStore promises. */
export function deliveriesContract(name: string, open: OpenStore): void {
  describe(`DeliveryRunStore of ${name}`, () => {
    it(
      'lets one of many begin a run, and one change it from a version',
      withOpenStore(open, async ({ deliveryRuns }) => {
        expect(await deliveryRuns.read(run.id)).toBeUndefined();
        expect(await deliveryRuns.all()).toEqual([]);
        const begunBy = await Promise.all(six.map(() => deliveryRuns.write(run, undefined)));
        expect(begunBy.filter(Boolean)).toHaveLength(1);
        const standing = await deliveryRuns.read(run.id);
        expect(standing?.value).toEqual(run);
        const next = withPlannedBatches(run, { people: 5, parts: 1, after: 'b', isWhole: true });
        const changedBy = await Promise.all(six.map(() => deliveryRuns.write(next, standing?.version)));
        expect(changedBy.filter(Boolean)).toHaveLength(1);
        for (const odd of ['', '*', 'odd']) expect(await deliveryRuns.write(run, odd)).toBe(false);
        expect(await deliveryRuns.all()).toEqual([await deliveryRuns.read(run.id)]);
        expect((await deliveryRuns.read(run.id))?.value).toEqual(next);
      }),
    );

    it(
      'erases the parts of a run and of no other, and has it among the others no more',
      withOpenStore(open, async (store) => {
        await withParts(store, 3);
        const other = planBatch('other', 0, people(0, 2));
        await store.deliveryBatches.write([{ value: other, expectedVersion: undefined }]);
        await store.deliveryRuns.erase(run.id);
        await store.deliveryRuns.erase(run.id);
        expect(await store.deliveryBatches.read(run.id, 1)).toBeUndefined();
        expect(await store.deliveryBatches.find(run.id, 'planned', 9)).toEqual([]);
        expect((await store.deliveryBatches.read('other', 0))?.value).toEqual(other);
        const standing = await store.deliveryRuns.read(run.id);
        await store.deliveryRuns.write({ ...run, erased: true }, standing?.version);
        expect(await store.deliveryRuns.all()).toEqual([]);
        expect((await store.deliveryRuns.read(run.id))?.value).toEqual({ ...run, erased: true });
      }),
    );
  });

  describe(`DeliveryParts of ${name}`, () => {
    it(
      'finds the parts at a stage, with the version of each',
      withOpenStore(open, async (store) => {
        await withParts(store, 12);
        const standing = await store.deliveryBatches.read(run.id, 1);
        const written = await store.deliveryBatches.write([{ value: begun(1), expectedVersion: standing?.version }]);
        const planned = await store.deliveryBatches.find(run.id, 'planned', 99);
        expect(planned.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([
          0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
        ]);
        expect(await store.deliveryBatches.find(run.id, 'planned', 3)).toHaveLength(3);
        expect(await store.deliveryBatches.find(run.id, 'closed', 9)).toEqual([]);
        expect(await store.deliveryBatches.find(run.id, 'begun', 9)).toEqual([{ number: 1, version: written?.[0] }]);
        expect(await store.deliveryBatches.read(run.id, 1)).toEqual({ value: begun(1), version: written?.[0] });
        expect(await store.deliveryBatches.find('other', 'planned', 9)).toEqual([]);
      }),
    );

    it(
      'lets one server write from a version, and gives it the next one',
      withOpenStore(open, async (store) => {
        await withParts(store, 1);
        const standing = await store.deliveryBatches.read(run.id, 0);
        const [value, over] = [begun(0), standing?.version] as const;
        const written = await Promise.all(
          six.map(() => store.deliveryBatches.write([{ value, expectedVersion: over }])),
        );
        const [version, ...none] = written.flatMap((versions) => versions ?? []);
        expect(none).toEqual([]);
        expect(await store.deliveryBatches.write([{ value, expectedVersion: version }])).toHaveLength(1);
        for (const odd of ['', '*', 'odd'])
          expect(await store.deliveryBatches.write([{ value, expectedVersion: odd }])).toBeUndefined();
        expect(await store.deliveryBatches.write([{ value: part(0), expectedVersion: undefined }])).toBeUndefined();
        expect((await store.deliveryBatches.read(run.id, 0))?.value).toEqual(value);
      }),
    );

    it(
      'writes parts and their run together, or nothing of it',
      withOpenStore(open, async (store) => {
        await withParts(store, 1);
        const standing = await store.deliveryRuns.read(run.id);
        const cut = withPlannedBatches(run, { people: 6, parts: 2, after: 'z', isWhole: false });
        const two = [1, 2].map((number) => ({ value: part(number), expectedVersion: undefined }));
        expect(await store.deliveryBatches.write(two, { value: cut, expectedVersion: 'odd' })).toBeUndefined();
        expect(await store.deliveryBatches.read(run.id, 1)).toBeUndefined();
        const taken = [...two, { value: part(0), expectedVersion: undefined }];
        expect(
          await store.deliveryBatches.write(taken, { value: cut, expectedVersion: standing?.version }),
        ).toBeUndefined();
        expect(await store.deliveryBatches.read(run.id, 2)).toBeUndefined();
        expect((await store.deliveryRuns.read(run.id))?.value).toEqual(run);
        expect(await store.deliveryBatches.write(two, { value: cut, expectedVersion: standing?.version })).toHaveLength(
          2,
        );
        expect((await store.deliveryBatches.read(run.id, 2))?.value).toEqual(part(2));
        expect((await store.deliveryRuns.read(run.id))?.value).toEqual(cut);
      }),
    );
  });

  describe(`LaneKeeper of ${name}`, () => {
    it(
      'lets one of many write from a version',
      withOpenStore(open, async ({ sendQuota }) => {
        expect(await sendQuota.read()).toBeUndefined();
        const first = await Promise.all(six.map(() => sendQuota.write(emptyQuota, undefined)));
        expect(first.filter(Boolean)).toHaveLength(1);
        const standing = await sendQuota.read();
        const mine = withServerQuota(emptyQuota, { id: 'one', stamp: 'a', isDead: () => false });
        const next = { ...mine, pause: { id: 'p', ms: 1_000 } };
        const written = await Promise.all(six.map(() => sendQuota.write(next, standing?.version)));
        expect(written.filter(Boolean)).toHaveLength(1);
        for (const odd of ['', '*', 'odd']) expect(await sendQuota.write(emptyQuota, odd)).toBe(false);
        expect((await sendQuota.read())?.value).toEqual(next);
      }),
    );
  });
}
