import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseRecord } from '../../concerns/records/case-record.ts';
import { addDays, addWeeks, type Day, mondayOf } from '../../concerns/terms/calendar.ts';
import { flags, kinds } from '../../concerns/terms/kinds.ts';
import { nationalCategories } from '../../concerns/terms/national-categories.ts';
import { outcomes } from '../../concerns/terms/outcomes.ts';
import { addCase } from '../../storage/sqlite/case-rows.ts';
import { storeIn } from '../../storage/sqlite/open-sqlite-store.ts';
import { openSqliteFile } from '../../storage/sqlite/sqlite-file.ts';
import { type CountDependencies, countFromCases } from '../../summary/closed-weeks.ts';
import { countWeeks } from '../../summary/count-weeks.ts';
import { type Period, weeksOf } from '../../summary/periods.ts';
import { pullSummary } from '../../summary/pull/pull-summary.ts';
import { aCase } from '../support/contracts/records.ts';
import { aWeek } from '../support/summary/figures.ts';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';
import { quantile } from './figures.ts';
import { atMost, type Row, rowsOf } from './row.ts';
import type { Scale } from './scale.ts';
import { ledgerInMemory } from '../support/summary/wider-world.ts';

const week = aWeek('2026-W13');
const sunday = addDays(mondayOf(week), 6);
const yearToMarch: Period = { kind: 'yearToMarch', begins: 2025 };
const casesOfAWeek = 100;
const openCases = 300;
const casesOfATransaction = 5_000;
const warmUps = 5;
const shown = (count: number): string => count.toLocaleString('en-GB');

const nth = <T>(all: readonly T[], at: number): T | undefined => all[at % all.length];

/** A case that was worked on from a day on; closed so many days later, or still open where that is missing. */
function worked(at: number, receivedOn: Day, closedAfter: number | undefined): CaseRecord {
  const after = (days: number): Day | undefined =>
    closedAfter === undefined || days > closedAfter ? undefined : addDays(receivedOn, days);
  const closedOn = after(closedAfter ?? 0);
  return aCase({
    receivedOn,
    kind: nth(kinds, at),
    flags: at % 3 === 0 ? [flags[at % flags.length] ?? 'apsp'] : [],
    status: closedOn === undefined ? 'received' : 'closed',
    acknowledgedOn: after(at % 3),
    triagedOn: after(3),
    answeredOn: after(4),
    closedOn,
    nationalCategory: nth(nationalCategories, at),
    regime: 'general',
    outcome: nth(outcomes, at),
  });
}

/** The history: closed long before the week, spread over ten years, and always as many that are open still. */
const ofHistory = (at: number, count: number): CaseRecord =>
  at < openCases
    ? worked(at, addDays(sunday, -40 - (at % 60)), undefined)
    : worked(at, addDays(sunday, -90 - Math.floor((at * 3_650) / count)), 20);
/** The week: a hundred that came in, of which most were worked on in it. */
const ofTheWeek = (at: number): CaseRecord => worked(at, addDays(sunday, -6 + (at % 3)), at % 10 === 0 ? undefined : 4);

async function filled(count: number, recordOf: (at: number) => CaseRecord) {
  const folder = temporaryFolder();
  const file = openSqliteFile(join(folder, 'candour.db'), 2_000);
  for (let from = 0; from < count; from += casesOfATransaction) {
    await file.transaction(() => {
      for (let at = from; at < Math.min(count, from + casesOfATransaction); at += 1) addCase(file, recordOf(at));
    });
  }
  await file.erase();
  const store = storeIn(file);
  const deps: CountDependencies = {
    ...store,
    queries: store.queries,
    weeks: store.weeks,
    clock: () => new Date('2026-04-06T12:00:00Z'),
    timeZone: 'Europe/London',
    limitDays: 3,
    rule: { smallCount: 5, hideZero: false },
  };
  return {
    deps,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function times(rounds: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const ms: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await work();
    ms.push(performance.now() - began);
  }
  return ms;
}

/** One week of a hundred cases, counted from its cases in histories of every size: in turn, so that all share the weather. */
export async function measureOneWeek({ historyCounts, caseRounds }: Scale): Promise<readonly Row[]> {
  const stores: (Awaited<ReturnType<typeof filled>> & { readonly count: number; readonly ms: number[] })[] = [];
  for (const count of historyCounts) {
    const recordOf = (at: number) => (at < count ? ofHistory(at, count) : ofTheWeek(at));
    stores.push({ count, ms: [], ...(await filled(count + casesOfAWeek, recordOf)) });
  }
  const asAt = { week, handledBy: 'acu', countedOn: addDays(sunday, 1) } as const;
  for (let round = 0; round < warmUps + caseRounds; round += 1) {
    for (const { deps, ms } of stores) {
      const [once = Number.NaN] = await times(1, () => countFromCases(deps, asAt));
      if (round >= warmUps) ms.push(once);
    }
  }
  const found: { readonly count: number; readonly ms: number; readonly cases: number }[] = [];
  for (const { count, ms, deps, close } of stores) {
    const read = await Promise.all([deps.queries.ofWeek(week, 'acu'), deps.queries.openAt(sunday, 'acu')]);
    found.push({ count, ms: quantile(ms, 0.5), cases: read.flat().length });
    await close();
  }
  const row = rowsOf(`One week of ${casesOfAWeek} cases in SQLite, counted from its cases`);
  const ratio = rowsOf('The same, the largest history over the smallest');
  const [first, last] = [found[0], found.at(-1)];
  return [
    ...found.flatMap(({ count, ms, cases }) => [
      row(`among ${shown(count)}: p50`, ms, 'ms'),
      row(`among ${shown(count)}: cases read, of the week and open`, cases, 'cases'),
    ]),
    ratio('p50', (last?.ms ?? Number.NaN) / (first?.ms ?? Number.NaN), 'times', atMost(1.2)),
    ratio('cases read', (last?.cases ?? Number.NaN) / (first?.cases ?? Number.NaN), 'times', atMost(1.2)),
  ];
}

const quarter: Period = { kind: 'rolling', weeks: 13, upTo: week };

/** Thirteen weeks with many cases, counted for the first time and then read; and a year to March. */
export async function measurePeriods({ weekCases, caseRounds }: Scale): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const each of weekCases) {
    const { deps, close } = await filled(13 * each, (at) =>
      worked(at, addDays(mondayOf(addWeeks(week, -(at % 13))), at % 7), at % 30),
    );
    const row = rowsOf(`Thirteen weeks of ${shown(13 * each)} cases, ${shown(each)} each`);
    const weeks = weeksOf(quarter);
    const first = await times(1, () => countWeeks(deps, weeks, 'acu'));
    rows.push(row('counted from their cases, the first time', first[0] ?? Number.NaN, 'ms', atMost(1_000)));
    const pull = (period: Period) => () =>
      pullSummary({ ...deps, issues: ledgerInMemory() }, { audience: 'acu', language: 'en', period });
    // The weeks that a period is compared with are counted here, once and for ever.
    await times(1, pull(quarter));
    await times(1, pull(yearToMarch));
    rows.push(
      row('pulled from frozen weeks: p95', quantile(await times(caseRounds, pull(quarter)), 0.95), 'ms', atMost(1_000)),
    );
    rows.push(
      row(
        'a year to March from frozen weeks: p95',
        quantile(await times(caseRounds, pull(yearToMarch)), 0.95),
        'ms',
        atMost(200),
      ),
    );
    await close();
  }
  return rows;
}
