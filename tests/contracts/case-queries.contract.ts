import { describe, expect, it } from '@jest/globals';
import { addDays, weekOf } from '../../concerns/terms/calendar.ts';
import { type CaseFigures, caseFiguresSchema, type CaseRecord } from '../../concerns/records/case-record.ts';
import type { Store } from '../../concerns/ports/store.ts';
import { type OpenStore, withStore } from '../support/contracts/open-store.ts';
import { aCase, anAlert, firstEvent, today } from '../support/contracts/records.ts';

async function save(store: Store, ...records: readonly CaseRecord[]): Promise<void> {
  for (const record of records) {
    await store.cases.create(record, anAlert(record.caseId, { handledBy: record.handledBy }), [
      firstEvent(record.caseId),
    ]);
  }
}

const idsOf = (figures: readonly CaseFigures[]) => figures.map(({ caseId }) => caseId).sort();
const week = weekOf(today);

/** What every CaseQueries promises. */
export function caseQueriesContract(name: string, open: OpenStore): void {
  describe(`CaseQueries of ${name}`, () => {
    it(
      'gives the cases of a week and of those who handle them, and no others',
      withStore(open, async (store) => {
        const [ours, also, reserve, earlier] = [
          aCase(),
          aCase({ status: 'closed', closedOn: today }),
          aCase({ handledBy: 'reserve' }),
          aCase({ receivedOn: addDays(today, -7) }),
        ];
        await save(store, ours, also, reserve, earlier);
        expect(idsOf(await store.queries.receivedIn(week, 'acu'))).toEqual([ours.caseId, also.caseId].sort());
        expect(idsOf(await store.queries.receivedIn(week, 'reserve'))).toEqual([reserve.caseId]);
        expect(idsOf(await store.queries.receivedIn(weekOf(addDays(today, -7)), 'acu'))).toEqual([earlier.caseId]);
        expect(await store.queries.receivedIn(weekOf(addDays(today, 7)), 'acu')).toEqual([]);
      }),
    );

    it(
      'gives figures and nothing sealed',
      withStore(open, async (store) => {
        const record = aCase({ kind: 'bribery', sealedIdentity: 'aWQ=', acknowledgedOn: today });
        await save(store, record);
        const figures = caseFiguresSchema.parse(record);
        expect(await store.queries.receivedIn(week, 'acu')).toEqual([figures]);
        expect(await store.queries.openAt(today, 'acu')).toEqual([figures]);
      }),
    );

    it(
      'gives the cases that were open at the end of a day',
      withStore(open, async (store) => {
        const yesterday = addDays(today, -1);
        const [open1, closedLater, closedThen, receivedLater, reserve] = [
          aCase({ receivedOn: addDays(today, -30) }),
          aCase({ receivedOn: yesterday, status: 'closed', closedOn: today }),
          aCase({ receivedOn: addDays(today, -3), status: 'closed', closedOn: yesterday }),
          aCase({ receivedOn: today }),
          aCase({ receivedOn: yesterday, handledBy: 'reserve' }),
        ];
        await save(store, open1, closedLater, closedThen, receivedLater, reserve);
        expect(idsOf(await store.queries.openAt(yesterday, 'acu'))).toEqual([open1.caseId, closedLater.caseId].sort());
        expect(idsOf(await store.queries.openAt(yesterday, 'reserve'))).toEqual([reserve.caseId]);
        expect(idsOf(await store.queries.openAt(today, 'acu'))).toEqual([open1.caseId, receivedLater.caseId].sort());
      }),
    );

    it(
      'follows a change of a case',
      withStore(open, async (store) => {
        const record = aCase();
        await save(store, record);
        const found = await store.cases.read(record.caseId);
        if (!found) throw new Error('nothing stands');
        const closed = { ...record, status: 'closed' as const, closedOn: today };
        await store.cases.change({ case: { ...found, value: closed }, events: [] });
        expect(await store.queries.openAt(today, 'acu')).toEqual([]);
        expect(await store.queries.receivedIn(week, 'acu')).toEqual([caseFiguresSchema.parse(closed)]);
      }),
    );

    it(
      'gives a long week whole',
      withStore(open, async (store) => {
        const records = Array.from({ length: 130 }, () => aCase());
        await save(store, ...records);
        expect(idsOf(await store.queries.receivedIn(week, 'acu'))).toEqual(records.map(({ caseId }) => caseId).sort());
      }),
    );
  });
}
