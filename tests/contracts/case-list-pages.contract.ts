import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { CaseListItem, CaseRecord } from '../../core/model/case-record.ts';
import type { Store } from '../../core/ports/store.ts';
import { addDays } from '../../core/model/calendar.ts';
import { toPersonId } from '../../core/model/roles.ts';
import {
  arbitraryOrder,
  readEveryPage,
  isBefore,
  arbitraryListedCase,
  listCases,
  saveCases,
} from '../support/contracts/listed-cases.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { createCase, today } from '../support/contracts/records.ts';

const ofTheUnit = { handledBy: 'acu', viewer: toPersonId('a-handler') } as const;
const idsOf = (figures: readonly CaseListItem[]) => figures.map(({ caseId }) => caseId);

async function change(store: Store, record: CaseRecord, differences: Partial<CaseRecord>): Promise<void> {
  const found = await store.cases.read(record.caseId);
  if (!found) throw new Error('nothing stands');
  const value = { ...found.value, ...differences };
  expect(await store.cases.change({ case: { ...found, value }, events: [] })).toBe('changed');
}

/** What every CaseList promises while cases arrive and change. */
export function caseListPagesContract(name: string, open: OpenStore): void {
  describe(`CaseList of ${name} over time`, () => {
    it('skips and doubles nothing while cases arrive between two pages', async () => {
      const scene = fc.record({
        standing: fc.array(arbitraryListedCase, { maxLength: 20 }),
        arriving: fc.array(fc.array(arbitraryListedCase, { maxLength: 4 }), { maxLength: 6 }),
        order: arbitraryOrder,
        limit: fc.integer({ min: 1, max: 6 }),
      });
      await fc.assert(
        fc.asyncProperty(scene, ({ standing, arriving, order, limit }) =>
          withOpenStore(open, async (store) => {
            const ours = (records: readonly CaseRecord[]) =>
              records.map((record) => ({ ...record, handledBy: 'acu' as const }));
            const [here, waves] = [ours(standing), arriving.map(ours)];
            await saveCases(store, ...here);
            const shown = await readEveryPage(store, { ...ofTheUnit, order }, limit, async () => {
              await saveCases(store, ...(waves.shift() ?? []));
            });
            expect(shown.every((figures, at) => at === 0 || isBefore(shown[at - 1] ?? figures, figures, order))).toBe(
              true,
            );
            expect(idsOf(shown)).toEqual(expect.arrayContaining(here.map(({ caseId }) => caseId)));
          })(),
        ),
        // A store stands behind each try: shrinking is cut off before it has an example to show.
        { numRuns: 12, endOnFailure: true },
      );
    });

    it(
      'loses no case where more share a day than a page has room for',
      withOpenStore(open, async (store) => {
        const statuses = ['received', 'acknowledged', 'inProgress'] as const;
        const cases = Array.from({ length: 36 }, (_, at) =>
          createCase({ receivedOn: addDays(today, -(at % 3)), status: statuses[Math.floor(at / 3) % 3] ?? 'received' }),
        );
        await saveCases(store, ...cases);
        const timeLimits = { acknowledge: 1, triage: 1, update: 2 };
        for (const order of [{ by: 'unansweredFirst' }, { by: 'dueFirst', timeLimits }] as const) {
          const question = { ...ofTheUnit, order };
          for (const limit of [3, 5]) {
            expect(await readEveryPage(store, question, limit)).toEqual(listCases(cases, question));
          }
        }
      }),
    );

    it(
      'follows every change of a case',
      withOpenStore(open, async (store) => {
        const record = createCase();
        await saveCases(store, record);
        const shownBy = async (filter: object): Promise<boolean> =>
          (await store.list.count({ ...ofTheUnit, ...filter }, 10)) === 1;
        expect(await shownBy({ assignedTo: 'nobody', status: 'received' })).toBe(true);
        await change(store, record, {
          status: 'inProgress',
          assignee: toPersonId('a-handler'),
          triagedOn: record.receivedOn,
        });
        expect(await shownBy({ assignedTo: 'nobody' })).toBe(false);
        expect(await shownBy({ assignedTo: { objectId: toPersonId('a-handler') }, status: 'inProgress' })).toBe(true);
        await change(store, record, { status: 'closed', assignee: undefined });
        expect(await shownBy({ status: 'open' })).toBe(false);
        expect(await shownBy({ assignedTo: 'nobody', status: 'closed' })).toBe(true);
      }),
    );

    it(
      'shows nothing of a case to whoever was shut out of it, and shows it again when that is taken back',
      withOpenStore(open, async (store) => {
        const [record, other] = [createCase(), createCase()];
        await saveCases(store, record, other);
        const shown = async (name: string) => {
          const filter = { handledBy: 'acu', viewer: toPersonId(name) } as const;
          const byReference = { ...filter, caseIdPrefix: record.caseId };
          const counted = await store.list.count(filter, 10);
          expect(await store.list.count(byReference, 10)).toBe(counted - 1);
          expect(await store.list.page(byReference, undefined, 10)).toHaveLength(counted - 1);
          expect(await store.list.page(filter, undefined, 10)).toHaveLength(counted);
          return counted;
        };
        await change(store, record, { excluded: [toPersonId('one'), toPersonId('another')] });
        expect([await shown('one'), await shown('another'), await shown('a-handler')]).toEqual([1, 1, 2]);
        await change(store, record, { excluded: [toPersonId('another')] });
        expect([await shown('one'), await shown('another')]).toEqual([2, 1]);
      }),
    );

    it(
      'never has a case of the reserve among those of the unit, also not one that moved there',
      withOpenStore(open, async (store) => {
        const [moving, reserved] = [createCase(), createCase({ handledBy: 'reserve' })];
        await saveCases(store, moving, reserved);
        const ofTheReserve = { ...ofTheUnit, handledBy: 'reserve' } as const;
        expect(idsOf(await store.list.page(ofTheUnit, undefined, 10))).toEqual([moving.caseId]);
        expect(idsOf(await store.list.page(ofTheReserve, undefined, 10))).toEqual([reserved.caseId]);
        await change(store, moving, { handledBy: 'reserve', excluded: [toPersonId('a-handler')] });
        expect(await store.list.page(ofTheUnit, undefined, 10)).toEqual([]);
        expect(await store.list.count(ofTheReserve, 10)).toBe(1);
        expect(await store.list.count({ ...ofTheReserve, viewer: toPersonId('a-reserve-handler') }, 10)).toBe(2);
      }),
    );
  });
}
