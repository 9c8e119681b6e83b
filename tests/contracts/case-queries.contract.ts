import { describe, expect, it } from '@jest/globals';
import { addDays, addWeeks, firstDayOfWeek, toWeek } from '../../core/model/calendar.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { type OpenCaseGroup, openCaseSchema, weekCaseSchema } from '../../core/model/counted-cases.ts';
import type { Store } from '../../core/ports/store.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import {
  createCase,
  createAlert,
  createNextEvent,
  firstEvent,
  newCaseId,
  today,
} from '../support/contracts/records.ts';

async function save(store: Store, ...records: readonly CaseRecord[]): Promise<void> {
  for (const record of records) {
    await store.cases.create(record, createAlert(record.caseId, { handledBy: record.handledBy }), [
      firstEvent(record.caseId),
    ]);
  }
}

async function changed(store: Store, record: CaseRecord): Promise<void> {
  const found = await store.cases.read(record.caseId);
  if (!found) throw new Error('nothing stands');
  expect(await store.cases.change({ case: { ...found, value: record }, events: [] })).toBe('changed');
}

const inOrder = (found: readonly unknown[]) => found.map((each) => JSON.stringify(each)).sort();
const ofWeek = (...records: readonly CaseRecord[]) => inOrder(records.map((record) => weekCaseSchema.parse(record)));
/** Each of the open cases that came together. */
const eachOf = (found: readonly OpenCaseGroup[]) =>
  found.flatMap(({ cases, ...each }) => Array.from({ length: cases }, () => each));
const open = (...records: readonly CaseRecord[]) => inOrder(records.map((record) => openCaseSchema.parse(record)));

const week = toWeek(today);
const monday = firstDayOfWeek(week);
const sunday = addDays(monday, 6);
const longAgo = addDays(monday, -200);

/** Every act that a week counts, on a case of long before. */
const acts = {
  'was acknowledged': (on) => ({ status: 'acknowledged', acknowledgedOn: on }),
  'was triaged': (on) => ({ status: 'triaged', triagedOn: on, nationalCategory: 'drugs', flags: ['apsp'] }),
  'was answered': (on) => ({ answeredOn: on }),
  'was closed': (on) => ({ status: 'closed', closedOn: on, outcome: 'misconduct' }),
  'was added to by its reporter': (on) => ({ cameBackOn: on }),
  'was linked with an earlier one': (on) => ({ repeatOn: on }),
  'was decided to be referred': (on) => ({ referral: { decision: 'refer', on } }),
} satisfies Record<string, (on: typeof today) => Partial<CaseRecord>>;

/** What every WeekFigureQueries promises. */
export function caseQueriesContract(name: string, openStore: OpenStore): void {
  describe(`WeekFigureQueries of ${name}`, () => {
    it(
      'gives the cases of a week and of those who handle them, and no others',
      withOpenStore(openStore, async (store) => {
        const [ours, also, reserve, earlier] = [
          createCase(),
          createCase({ status: 'closed', closedOn: today, kind: 'crime' }),
          createCase({ handledBy: 'reserve' }),
          createCase({ receivedOn: addDays(today, -7) }),
        ];
        await save(store, ours, also, reserve, earlier);
        expect(inOrder(await store.queries.listWeekCases(week, 'acu'))).toEqual(ofWeek(ours, also));
        expect(inOrder(await store.queries.listWeekCases(week, 'reserve'))).toEqual(ofWeek(reserve));
        expect(inOrder(await store.queries.listWeekCases(addWeeks(week, -1), 'acu'))).toEqual(ofWeek(earlier));
        expect(await store.queries.listWeekCases(addWeeks(week, 1), 'acu')).toEqual([]);
      }),
    );

    it.each(Object.entries(acts))(
      'gives a case of before in the week in which it %s, from Monday to Sunday',
      async (_act, after) => {
        await withOpenStore(openStore, async (store) => {
          const cases = [addDays(monday, -1), monday, sunday, addDays(sunday, 1)].map((on) =>
            createCase({ receivedOn: longAgo, ...after(on) }),
          );
          const elsewhere = createCase({ receivedOn: longAgo, handledBy: 'reserve', ...after(monday) });
          await save(store, ...cases, elsewhere);
          expect(inOrder(await store.queries.listWeekCases(week, 'acu'))).toEqual(ofWeek(...cases.slice(1, 3)));
          expect(inOrder(await store.queries.listWeekCases(week, 'reserve'))).toEqual(ofWeek(elsewhere));
          expect(await store.queries.listWeekCases(addWeeks(week, -2), 'acu')).toEqual([]);
        })();
      },
    );

    it(
      'gives a case once, however much was done to it in the week',
      withOpenStore(openStore, async (store) => {
        const all = createCase({ acknowledgedOn: today, triagedOn: today, answeredOn: today, cameBackOn: today });
        await save(store, all);
        expect(inOrder(await store.queries.listWeekCases(week, 'acu'))).toEqual(ofWeek(all));
      }),
    );

    it(
      'gives figures, no reference and nothing sealed',
      withOpenStore(openStore, async (store) => {
        const record = createCase({ kind: 'bribery', sealedIdentity: 'aWQ=', acknowledgedOn: today });
        await save(store, record);
        const found = [await store.queries.listWeekCases(week, 'acu'), await store.queries.listOpenCases(today, 'acu')];
        expect(found).toEqual([[weekCaseSchema.parse(record)], [{ ...openCaseSchema.parse(record), cases: 1 }]]);
        expect(JSON.stringify(found)).not.toContain(record.caseId);
      }),
    );

    it(
      'gives the cases that were open at the end of a day, each of those with the same days',
      withOpenStore(openStore, async (store) => {
        const yesterday = addDays(today, -1);
        const [open1, closedLater, closedThen, receivedLater, reserve] = [
          createCase({ receivedOn: addDays(today, -30), status: 'triaged', triagedOn: addDays(today, -29) }),
          createCase({ receivedOn: yesterday, status: 'closed', closedOn: today }),
          createCase({ receivedOn: addDays(today, -3), status: 'closed', closedOn: yesterday }),
          createCase({ receivedOn: today }),
          createCase({ receivedOn: yesterday, handledBy: 'reserve' }),
        ];
        const [likeOpen1, likeClosedLater] = [open1, closedLater].map((record) => ({
          ...record,
          caseId: newCaseId(),
        }));
        if (!likeOpen1 || !likeClosedLater) throw new Error('nothing is like them');
        await save(store, open1, likeOpen1, closedLater, likeClosedLater, closedThen, receivedLater, reserve);
        expect(inOrder(eachOf(await store.queries.listOpenCases(yesterday, 'acu')))).toEqual(
          open(open1, likeOpen1, closedLater, likeClosedLater),
        );
        expect(inOrder(eachOf(await store.queries.listOpenCases(yesterday, 'reserve')))).toEqual(open(reserve));
        expect(inOrder(eachOf(await store.queries.listOpenCases(today, 'acu')))).toEqual(
          open(open1, likeOpen1, receivedLater),
        );
      }),
    );

    it(
      'counts what was to be referred by a day and is not, also after the case was closed',
      withOpenStore(openStore, async (store) => {
        const due = (dueOn: typeof today, more: Partial<CaseRecord> = {}) =>
          createCase({ status: 'triaged', referral: { decision: 'refer', on: longAgo, dueOn }, ...more });
        const yesterday = addDays(today, -1);
        await save(
          store,
          due(yesterday),
          due(yesterday, { status: 'closed', closedOn: yesterday, outcome: 'resignedOrRetired' }),
          due(today),
          due(addDays(today, 1), { tasks: [{ id: 'task', dueOn: yesterday }] }),
          due(yesterday, { handledBy: 'reserve' }),
          createCase({ referral: { decision: 'referred', on: yesterday } }),
          createCase({ tasks: [{ id: 'task', dueOn: yesterday }] }),
        );
        expect(await store.queries.countReferralsDue(yesterday, 'acu')).toBe(2);
        expect(await store.queries.countReferralsDue(today, 'acu')).toBe(3);
        expect(await store.queries.countReferralsDue(today, 'reserve')).toBe(1);
        expect(await store.queries.countReferralsDue(longAgo, 'acu')).toBe(0);
      }),
    );

    it(
      'follows a change of a case: what was done, what was taken back, and to whom it went',
      withOpenStore(openStore, async (store) => {
        const record = createCase({ receivedOn: longAgo });
        await save(store, record);
        expect(await store.queries.listWeekCases(week, 'acu')).toEqual([]);
        const closed = { ...record, status: 'closed' as const, closedOn: today };
        await changed(store, closed);
        expect(await store.queries.listOpenCases(today, 'acu')).toEqual([]);
        expect(inOrder(await store.queries.listWeekCases(week, 'acu'))).toEqual(ofWeek(closed));
        await changed(store, record);
        expect(await store.queries.listWeekCases(week, 'acu')).toEqual([]);
        expect(inOrder(await store.queries.listWeekCases(record.week, 'acu'))).toEqual(ofWeek(record));
        const moved = { ...closed, handledBy: 'reserve' as const };
        await changed(store, moved);
        expect(await store.queries.listWeekCases(record.week, 'acu')).toEqual([]);
        expect(await store.queries.listWeekCases(week, 'acu')).toEqual([]);
        expect(inOrder(await store.queries.listWeekCases(week, 'reserve'))).toEqual(ofWeek(moved));
      }),
    );

    it(
      'says of a case that went to the reserve or was erased when it was received and closed, and no more',
      withOpenStore(openStore, async (store) => {
        const [moved, erased, reserves, moved2, stays] = [
          createCase({ receivedOn: longAgo }),
          createCase({ receivedOn: longAgo, status: 'closed', closedOn: monday }),
          createCase({ receivedOn: monday, status: 'closed', closedOn: monday, handledBy: 'reserve' }),
          createCase(),
          createCase(),
        ];
        await save(store, moved, erased, reserves, moved2, stays);
        const happens = async (record: CaseRecord, kind: EventRecord['kind'], at: string): Promise<void> => {
          const found = await store.cases.read(record.caseId);
          if (!found) throw new Error('nothing stands');
          const event = createNextEvent(firstEvent(record.caseId), { kind, at });
          const change = { case: { ...found, value: record }, events: [event] };
          expect(await (kind === 'erased' ? store.cases.erase(change) : store.cases.change(change))).toBe('changed');
        };
        await happens({ ...moved, handledBy: 'reserve' }, 'movedToReserve', `${today}T12:00:00.000Z`);
        await happens({ ...erased, erasedOn: today }, 'erased', `${today}T12:00:00.000Z`);
        await happens({ ...reserves, erasedOn: today }, 'erased', `${today}T12:00:00.000Z`);
        await happens({ ...moved2, handledBy: 'reserve' }, 'movedToReserve', `${addDays(today, -1)}T23:59:59.999Z`);
        await happens({ ...stays, status: 'acknowledged' }, 'acknowledged', `${today}T12:00:00.000Z`);
        const left = async (day: typeof today) => inOrder(await store.queries.listDepartedCases(day, 'acu'));
        const since = [
          { how: 'movedToReserve', receivedOn: longAgo },
          { how: 'erased', receivedOn: longAgo, closedOn: monday },
        ];
        expect(await left(today)).toEqual(inOrder(since));
        expect(await left(addDays(today, -1))).toEqual(
          inOrder([...since, { how: 'movedToReserve', receivedOn: today }]),
        );
        expect(await left(addDays(today, 1))).toEqual([]);
        expect(inOrder(await store.queries.listDepartedCases(today, 'reserve'))).toEqual(
          inOrder([
            { how: 'movedToReserve', receivedOn: longAgo },
            { how: 'erased', receivedOn: monday, closedOn: monday },
          ]),
        );
      }),
    );

    it(
      'gives a long week whole',
      withOpenStore(openStore, async (store) => {
        const records = Array.from({ length: 130 }, () => createCase());
        await save(store, ...records);
        expect(inOrder(await store.queries.listWeekCases(week, 'acu'))).toEqual(ofWeek(...records));
      }),
    );
  });
}
