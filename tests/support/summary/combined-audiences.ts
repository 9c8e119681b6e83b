import * as fc from 'fast-check';
import { createTombstone } from '../../../core/casework/erasure.ts';
import type { WeekFigureQueries, DepartedCase } from '../../../core/ports/case-store.ts';
import type { WeekRevision, WeekStore } from '../../../core/ports/store.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { countedWeeks } from '../../../core/model/counted-cases.ts';
import { addDays, addWeeks, type Day, firstDayOfWeek } from '../../../core/model/calendar.ts';
import type { HandledBy } from '../../../core/model/handled-by.ts';
import { reviseWeek } from '../../../summary/revisions/revise-week.ts';
import { countWeek } from '../../../summary/figures/count-closed-weeks.ts';
import { createSummaryFile } from '../../../summary/files/summary-file.ts';
import { querySummary } from '../../../summary/query-summary.ts';
import { arbitraryWeekCase, selectOpenCases } from './arbitrary-week-case.ts';
import { parseTestWeek, rule } from './figures.ts';
import { parseTestPeriod, createMemoryLedger } from './publication-fixture.ts';

const weeksCounted = 4;
export const firstCombinedWeek = parseTestWeek('2026-W27');
const first = firstCombinedWeek;
const weeks = Array.from({ length: weeksCounted }, (_, place) => addWeeks(first, place));
/** What is pulled reads these: the quarter of the weeks, and thirteen before them. */
const read = Array.from({ length: 26 }, (_, place) => addWeeks(first, place - 13));
/** All weeks are counted on this day, and whatever happens is on it or later: a case that goes is in no week after. */
const countedOn = addDays(firstDayOfWeek(first), 14 * 7);

/** A case as it stands by the count: nothing was done to it on a day that is still to come. */
function byTheCount(record: CaseRecord): CaseRecord {
  const known = (day: Day | undefined): Day | undefined => (day !== undefined && day < countedOn ? day : undefined);
  const { referral } = record;
  return {
    ...record,
    acknowledgedOn: known(record.acknowledgedOn),
    triagedOn: known(record.triagedOn),
    answeredOn: known(record.answeredOn),
    closedOn: known(record.closedOn),
    cameBackOn: known(record.cameBackOn),
    repeatOn: known(record.repeatOn),
    referral: referral && known(referral.on) ? { ...referral, dueOn: addDays(referral.on, 5) } : undefined,
  };
}
const ofUnit = arbitraryWeekCase(addDays(firstDayOfWeek(first), -20), 48).map((record) =>
  byTheCount({ ...record, handledBy: 'acu' }),
);
const ofReserve = arbitraryWeekCase(firstDayOfWeek(first), 28).map((record) =>
  byTheCount({ ...record, handledBy: 'reserve' }),
);

/** Something that happens on a day to one of the cases, or a week that somebody counts again. */
const aStep = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('works' as const),
      place: fc.nat({ max: 11 }),
      what: fc.constantFrom('acknowledges', 'grades', 'closes', 'opens', 'refers'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('comesLate' as const), record: ofUnit }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('leaves' as const),
      place: fc.nat({ max: 11 }),
      how: fc.constantFrom('movedToReserve', 'erased'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('amends' as const),
      place: fc.nat({ max: weeksCounted - 1 }),
      handledBy: fc.constantFrom<HandledBy>('acu', 'acu', 'reserve'),
    }),
  },
);
export type CombinedStep = typeof aStep extends fc.Arbitrary<infer Made> ? Made : never;

/** The unit's cases, those of the reserve in two worlds, and what happens afterwards. */
export const combinedCourses = fc.record({
  cases: fc.array(ofUnit, { minLength: 2, maxLength: 12 }),
  reserve: fc.tuple(fc.array(ofReserve, { maxLength: 4 }), fc.array(ofReserve, { maxLength: 4 })),
  steps: fc.array(aStep, { minLength: 3, maxLength: 16 }),
});

function weeksInMemory(): WeekStore {
  const frozen = new Map<string, string>();
  const kept: WeekRevision[] = [];
  return {
    freeze: async ({ week, handledBy, figures }) => {
      const name = `${week} ${handledBy}`;
      if (!frozen.has(name)) frozen.set(name, figures);
      return { week, handledBy, figures: frozen.get(name) ?? figures };
    },
    read: async (week, handledBy) => {
      const figures = frozen.get(`${week} ${handledBy}`);
      return figures === undefined ? undefined : { week, handledBy, figures };
    },
    addRevision: async (one) => {
      const same = kept.some(
        ({ week, handledBy, number }) => week === one.week && handledBy === one.handledBy && number === one.number,
      );
      if (same) return 'exists';
      kept.push(one);
      return 'added';
    },
    listRevisions: async (from, to, handledBy) =>
      kept
        .filter((one) => one.handledBy === handledBy && one.week >= from && one.week <= to)
        .toSorted((one, other) =>
          one.week === other.week ? one.number - other.number : one.week < other.week ? -1 : 1,
        ),
  };
}

/** A world of cases, in which those that leave do so or stay. */
function world(cases: readonly CaseRecord[], reserve: readonly CaseRecord[], doLeave: boolean) {
  const standing = [...cases];
  const others = [...reserve];
  const left: (DepartedCase & { readonly at: Day; readonly by: HandledBy })[] = [];
  const gone = new Set<number>();
  let today = countedOn;
  const all = () => [...standing, ...others];
  const queries: WeekFigureQueries = {
    listWeekCases: async (week, handledBy) =>
      all().filter((record) => record.handledBy === handledBy && countedWeeks(record).includes(week)),
    listOpenCases: async (day, handledBy) =>
      selectOpenCases(all(), day).filter((record) => record.handledBy === handledBy),
    countReferralsDue: async (day, handledBy) =>
      all().filter(
        ({ handledBy: by, referral }) =>
          by === handledBy && referral?.decision === 'refer' && referral.dueOn !== undefined && referral.dueOn <= day,
      ).length,
    listDepartedCases: async (day, handledBy) =>
      left.filter(({ at, how, by }) => at >= day && (how === 'movedToReserve' || by === handledBy)),
  };
  const deps = {
    queries,
    weeks: weeksInMemory(),
    publications: createMemoryLedger(),
    clock: () => new Date(`${today}T12:00:00Z`),
    timeZone: 'Europe/London',
    limitDays: 3,
    rule,
  };
  const works = (record: CaseRecord, what: string): CaseRecord => {
    switch (what) {
      case 'acknowledges':
        return { ...record, acknowledgedOn: record.acknowledgedOn ?? today };
      case 'grades':
        return record.triagedOn === undefined ? record : { ...record, nationalCategory: 'drugs', flags: ['apsp'] };
      case 'closes':
        return { ...record, status: 'closed', closedOn: record.closedOn ?? today, outcome: 'misconduct' };
      case 'opens':
        return { ...record, status: 'reopened', closedOn: undefined, outcome: undefined };
      default:
        return { ...record, referral: { decision: 'referred', on: today } };
    }
  };
  const leaves = (place: number, how: DepartedCase['how']): void => {
    const record = standing[place];
    if (!record || gone.has(place)) return;
    // Only what is closed is erased.
    if (how === 'erased' && (record.closedOn === undefined || record.closedOn > today)) return;
    gone.add(place);
    if (!doLeave) return;
    standing[place] = how === 'erased' ? createTombstone(record, today) : { ...record, handledBy: 'reserve' };
    left.push({ how, receivedOn: record.receivedOn, closedOn: record.closedOn, at: today, by: 'acu' });
  };
  return {
    freeze: async () => {
      for (const week of read)
        for (const handledBy of ['acu', 'reserve'] as const) await countWeek(deps, week, handledBy);
    },
    /** Carries a step out, a day later; of a week that is counted again says what came of it. */
    does: async (step: CombinedStep): Promise<string> => {
      today = addDays(today, 1);
      if (step.kind === 'amends') return (await reviseWeek(deps, weeks[step.place] ?? first, step.handledBy)).kind;
      if (step.kind === 'leaves') leaves(step.place, step.how);
      else if (step.kind === 'comesLate') others.push({ ...step.record, handledBy: 'acu' });
      else {
        const record = standing[step.place];
        if (record && !gone.has(step.place)) standing[step.place] = works(record, step.what);
      }
      return '';
    },
    waits: (): void => {
      today = addDays(today, 1);
    },
    /** Everything that the unit's readers and wider readers are handed. */
    handedOut: async (): Promise<readonly string[]> => {
      today = addDays(countedOn, 300);
      const files: string[] = [];
      for (const [audience, period] of [
        ...[...weeks, `${first}-to-${weeks.at(-1)}`].map((each) => ['acu', each] as const),
        ['wider', '2026-Q3'] as const,
      ]) {
        const outcome = await querySummary(deps, { audience, period: parseTestPeriod(period), language: 'en' });
        if (outcome.kind !== 'summary') throw new Error(outcome.kind);
        files.push(JSON.stringify(outcome.summary));
        const { bytes } = await createSummaryFile(outcome.summary, 'csv', () => Promise.reject(new Error('no PDF')));
        files.push(Buffer.from(bytes).toString('utf8'));
      }
      return files;
    },
  };
}

/**
 * All that is handed to the unit's readers and to wider readers in a world in which cases go to the reserve or are
 * erased, and in one in which they stay and the reserve has other cases. A week that was refused in the first is not
 * asked for in the second: nobody but whoever runs the command knows that it was.
 */
export async function findReleasedInBoth({
  cases,
  reserve,
  steps,
}: {
  readonly cases: readonly CaseRecord[];
  readonly reserve: readonly [readonly CaseRecord[], readonly CaseRecord[]];
  readonly steps: readonly CombinedStep[];
}) {
  const leaving = world(cases, reserve[0], true);
  const staying = world(cases, reserve[1], false);
  await leaving.freeze();
  await staying.freeze();
  const outcomes: string[] = [];
  for (const step of steps) {
    const outcome = await leaving.does(step);
    outcomes.push(outcome);
    if (outcome === 'notSafe') staying.waits();
    else await staying.does(step);
  }
  return { leaving: await leaving.handedOut(), staying: await staying.handedOut(), outcomes };
}
