import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays } from '../../core/model/calendar.ts';
import { type CaseListItem, caseListItemSchema, daySchema } from '../../core/model/case-record.ts';
import { toPersonId } from '../../core/model/roles.ts';
import {
  arbitraryFilter,
  arbitraryOrder,
  readEveryPage,
  arbitraryListedCase,
  listCases,
  saveCases,
} from '../support/contracts/listed-cases.ts';
import { routes } from '../../core/model/report-routes.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { createCase, newCaseId, today } from '../support/contracts/records.ts';

const ofTheUnit = { handledBy: 'acu', viewer: toPersonId('a-handler') } as const;
const idsOf = (figures: readonly CaseListItem[]) => figures.map(({ caseId }) => caseId);
const byReference = (...ids: readonly string[]): readonly string[] => [...ids].sort();

/** What every CaseList promises of what it shows. */
export function caseListContract(name: string, open: OpenStore): void {
  describe(`CaseList of ${name}`, () => {
    it(
      'is empty where there is no case',
      withOpenStore(open, async (store) => {
        expect(await store.list.page(ofTheUnit, undefined, 10)).toEqual([]);
        expect(await store.list.count(ofTheUnit, 10)).toBe(0);
      }),
    );

    it(
      'gives figures and nothing sealed, newest first and by reference within a day',
      withOpenStore(open, async (store) => {
        const [old, one, other] = [
          createCase({ receivedOn: addDays(today, -1), kind: 'bribery', sealedIdentity: 'aWQ=' }),
          createCase({ assignee: toPersonId('a-handler') }),
          createCase({ status: 'closed', closedOn: today }),
        ];
        await saveCases(store, old, one, other);
        const page = await store.list.page(ofTheUnit, undefined, 10);
        expect(idsOf(page)).toEqual([...byReference(one.caseId, other.caseId), old.caseId]);
        expect(page.at(-1)).toEqual(caseListItemSchema.parse(old));
      }),
    );

    it('shows and counts what any filter says, in any order and in pages of any size', async () => {
      const scene = fc.record({
        cases: fc.array(arbitraryListedCase, { minLength: 1, maxLength: 50 }),
        filters: fc.array(fc.tuple(arbitraryFilter, arbitraryOrder, fc.integer({ min: 1, max: 12 })), {
          minLength: 25,
          maxLength: 25,
        }),
      });
      await fc.assert(
        fc.asyncProperty(scene, ({ cases, filters }) =>
          withOpenStore(open, async (store) => {
            await saveCases(store, ...cases);
            for (const [filterFor, order, limit] of filters) {
              const filter = filterFor(cases);
              const expected = listCases(cases, { ...filter, order });
              expect(await readEveryPage(store, { ...filter, order }, limit)).toEqual(expected);
              expect(await store.list.count(filter, limit)).toBe(Math.min(limit, expected.length));
            }
          })(),
        ),
        // A store stands behind each try: shrinking is cut off before it has an example to show.
        { numRuns: 6, endOnFailure: true },
      );
    });

    it(
      'shows what came from the hub apart from what came from staff, whatever became of it and in every order',
      withOpenStore(open, async (store) => {
        const became = [{}, { status: 'closed', closedOn: today }, { urgency: 'urgent' }] as const;
        const cases = routes.flatMap((route) => became.map((differences) => createCase({ route, ...differences })));
        await saveCases(store, ...cases, createCase({ route: 'hub', handledBy: 'reserve' }));
        for (const route of routes) {
          const filter = { ...ofTheUnit, route };
          const own = cases.filter((record) => record.route === route).map(({ caseId }) => caseId);
          for (const order of [{ by: 'newest' }, { by: 'urgentFirst' }, { by: 'unansweredFirst' }] as const) {
            const found = await readEveryPage(store, { ...filter, order }, 2);
            expect(byReference(...idsOf(found))).toEqual(byReference(...own));
          }
          expect(await store.list.count(filter, 10)).toBe(3);
          expect(await store.list.count({ ...filter, status: 'open', urgency: 'urgent' }, 10)).toBe(1);
        }
      }),
    );

    it(
      'finds the cases that all of some people are shut out of, and all cases if there are none of these people',
      withOpenStore(open, async (store) => {
        const [one, two, three] = [toPersonId('one'), toPersonId('two'), toPersonId('three')];
        const cases = [[], [one], [one, three], [one, two], [two, three, one]].map((excluded) =>
          createCase({ excluded }),
        );
        await saveCases(store, ...cases, createCase({ handledBy: 'reserve', excluded: [one, two] }));
        for (const noneOf of [[], [one], [one, two], [one, two, three]]) {
          const filter = { handledBy: 'acu', viewer: { noneOf } } as const;
          const expected = cases.filter(({ excluded }) => noneOf.every((person) => excluded.includes(person)));
          const found = await readEveryPage(store, { ...filter, order: { by: 'newest' } }, 2);
          expect(byReference(...idsOf(found))).toEqual(byReference(...expected.map(({ caseId }) => caseId)));
          expect(await store.list.count(filter, 10)).toBe(expected.length);
        }
      }),
    );

    it(
      'finds each case with an open task by a day far off, in whatever state, whether or not its state has a limit',
      withOpenStore(open, async (store) => {
        const tasks = [{ id: 'task', dueOn: addDays(today, 300) }] as const;
        const whose = [{ id: 'task', dueOn: addDays(today, -3), for: toPersonId('a-handler') }] as const;
        const found = [
          createCase({ tasks }),
          createCase({ tasks: whose, status: 'inProgress' }),
          createCase({ tasks, status: 'closed', closedOn: today }),
        ];
        const hidden = [
          createCase({ tasks, excluded: [toPersonId('a-handler')] }),
          createCase({ tasks, handledBy: 'reserve' }),
          createCase(),
        ];
        await saveCases(store, ...found, ...hidden);
        for (const timeLimits of [{}, { acknowledge: 2, triage: 5, update: 14 }]) {
          const order = { by: 'dueFirst', timeLimits } as const;
          const page = await store.list.page(
            { ...ofTheUnit, due: { referral: daySchema.parse('9999-12-31') }, order },
            undefined,
            10,
          );
          expect(byReference(...idsOf(page))).toEqual(byReference(...found.map(({ caseId }) => caseId)));
          expect(page.every((item) => item.tasks?.length === 1)).toBe(true);
        }
      }),
    );

    it(
      'finds nothing that is due where no deadline runs',
      withOpenStore(open, async (store) => {
        await saveCases(store, createCase({ receivedOn: addDays(today, -400) }));
        expect(await store.list.page({ ...ofTheUnit, due: {} }, undefined, 10)).toEqual([]);
        expect(await store.list.count({ ...ofTheUnit, due: {} }, 10)).toBe(0);
      }),
    );

    it(
      'shows a case that is due by two deadlines once',
      withOpenStore(open, async (store) => {
        const referral = { decision: 'refer', on: addDays(today, -9), dueOn: addDays(today, -1) } as const;
        const record = createCase({ receivedOn: addDays(today, -9), referral });
        await saveCases(store, record, createCase());
        const due = { acknowledge: today, referral: today };
        expect(idsOf(await store.list.page({ ...ofTheUnit, due }, undefined, 10))).toEqual([record.caseId]);
        expect(await store.list.count({ ...ofTheUnit, due }, 10)).toBe(1);
      }),
    );

    it(
      'finds a case by the beginning of its reference, and takes no symbol for another or for a pattern',
      withOpenStore(open, async (store) => {
        const records = Array.from({ length: 12 }, () => createCase());
        await saveCases(store, ...records);
        for (const { caseId } of records) {
          const found = await store.list.page({ ...ofTheUnit, caseIdPrefix: caseId }, undefined, 10);
          expect(idsOf(found)).toEqual([caseId]);
        }
        for (const caseIdPrefix of ['%', '_', '%%%%', `${newCaseId()}0`, "' OR 1=1 --"]) {
          expect(await store.list.page({ ...ofTheUnit, caseIdPrefix }, undefined, 10)).toEqual([]);
        }
      }),
    );
  });
}
