import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PublicationLedger, Store } from '../../../core/ports/store.ts';
import { addDays, firstDayOfWeek } from '../../../core/model/calendar.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { countWeeks } from '../../../summary/figures/count-closed-weeks.ts';
import { type Period, getPeriodWeeks } from '../../../summary/figures/periods.ts';
import { querySummary, type SummaryRequest } from '../../../summary/query-summary.ts';
import { isDocumentRequest } from '../../fakes/cosmos-service.ts';
import { startStrictCosmos, type StrictCosmos } from '../../fakes/strict-cosmos.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { parseTestWeek } from '../../support/summary/figures.ts';
import {
  weekCaseCount,
  type MakeCase,
  createWeekInHistory,
  createWeeksUpTo,
} from '../../support/summary/week-in-history.ts';
import { quantile } from '../statistics.ts';
import { type FilledStore, createFilledCosmos, createFilledSqlite } from '../filled-stores.ts';
import type { Group } from '../group.ts';
import { countWeek } from '../queries.ts';
import { pointReadUnits } from '../request-units.ts';
import { atMost, type Row, createRows } from '../row.ts';
import { runInterleaved, measureMs } from '../timing.ts';

/** The week that is counted, the last one of a year to March. */
const week = parseTestWeek('2026-W13');
const sunday = addDays(firstDayOfWeek(week), 6);
const quarter: Period = { kind: 'rolling', weeks: 13, upTo: week };
const yearToMarch: Period = { kind: 'yearToMarch', begins: 2025 };
/** A case with a report of some 2,000 characters, sealed. */
const reportKilobytes = 9;
const sqlite = 'SQLite';
const shown = (count: number): string => count.toLocaleString('en-GB');

const depsOf = ({ queries, weeks, publications }: Pick<Store, 'queries' | 'weeks' | 'publications'>) => ({
  queries,
  weeks,
  publications,
  clock: () => new Date('2026-04-06T12:00:00Z'),
  timeZone: 'Europe/London',
  limitDays: 3,
  rule: { smallCount: 5, hideZero: false },
});

/** What a count of the week asked for in one store, by the name of each figure, with its unit. */
type Looked = Readonly<Record<string, readonly [value: number, unit: string]>>;

/** One week of a hundred cases, counted from its cases in histories of every size, and the largest over the smallest. */
async function weekIn(
  where: string,
  { histories, rounds }: { readonly histories: readonly number[]; readonly rounds: number },
  fill: (count: number, make: MakeCase) => Promise<FilledStore>,
  look: (store: Store) => Promise<Looked>,
): Promise<readonly Row[]> {
  const stores: FilledStore[] = [];
  for (const history of histories) stores.push(await fill(history + weekCaseCount, createWeekInHistory(week, history)));
  const works = stores.map((filled) => [filled, () => countWeek(filled.store, week)] as const);
  const times = await runInterleaved(new Map(works), measureMs, rounds, { warmUps: 5 });
  const row = createRows(`One week of ${weekCaseCount} cases in ${where}, counted from its cases`);
  const ratio = createRows(`The same in ${where}, the largest history over the smallest`);
  const found = new Map<string, number[]>();
  const rows: Row[] = [];
  for (const [at, filled] of stores.entries()) {
    const p50 = [quantile(times.get(filled) ?? [], 0.5), 'ms'] as const;
    for (const [name, [value, unit]] of Object.entries({ p50, ...(await look(filled.store)) })) {
      rows.push(row(`among ${shown(histories[at] ?? 0)}: ${name}`, value, unit));
      found.set(name, [...(found.get(name) ?? []), value]);
    }
    await filled.close();
  }
  const ratios = [...found].map(([name, values]) => {
    // How fast the stand-in answers is its own matter.
    const goal = name === 'p50' && where !== sqlite ? undefined : atMost(1.2);
    return ratio(name, (values.at(-1) ?? Number.NaN) / (values[0] ?? Number.NaN), 'times', goal);
  });
  return [...rows, ...ratios];
}

async function lookInSqlite({ queries }: Store): Promise<Looked> {
  const open = await queries.listOpenCases(sunday, 'acu');
  const ofWeek = await queries.listWeekCases(week, 'acu');
  return {
    'cases read, of the week and open': [ofWeek.length + open.reduce((sum, { cases }) => sum + cases, 0), 'cases'],
  };
}

const lookInCosmos =
  (cosmos: StrictCosmos) =>
  async (store: Store): Promise<Looked> => {
    cosmos.forgetRequests();
    const before = cosmos.documentsRead();
    await countWeek(store, week);
    const documents = cosmos.documentsRead() - before;
    return {
      'documents looked at': [documents, 'documents'],
      'units, were each of them read by its id': [documents * pointReadUnits(reportKilobytes), 'RU'],
      requests: [cosmos.requests.filter(isDocumentRequest).length, 'requests'],
    };
  };

type Deps = ReturnType<typeof depsOf>;

/** Pulls a summary; throws if none comes, since then nothing was measured. */
const pull = (deps: Deps, asked: Pick<SummaryRequest, 'audience' | 'period'>) => async () => {
  const { kind } = await querySummary(deps, { ...asked, language: 'en' });
  if (kind !== 'summary') throw new Error(`no summary: ${kind}`);
};

const p95 = async (rounds: number, work: () => unknown): Promise<number> => {
  const times = await runInterleaved(new Map([['', work]]), measureMs, rounds, { warmUps: 0 });
  return quantile(times.get('') ?? [], 0.95);
};

/** Thirteen weeks with many cases, counted for the first time and then read; and a year to March. */
async function periods(each: number, rounds: number): Promise<readonly Row[]> {
  const row = createRows(`Thirteen weeks of ${shown(13 * each)} cases, ${shown(each)} each`);
  const { store, close } = await createFilledSqlite(13 * each, createWeeksUpTo(week, 13));
  const deps = depsOf(store);
  const [ofQuarter, ofYear] = [quarter, yearToMarch].map((period) => pull(deps, { audience: 'acu', period }));
  const first = await measureMs(() => countWeeks(deps, getPeriodWeeks(quarter), 'acu'));
  // The weeks that a period is compared with are counted here, once and for ever.
  await ofQuarter?.();
  await ofYear?.();
  const rows = [
    row('counted from their cases, the first time', first, 'ms', atMost(1_000)),
    row('pulled from frozen weeks: p95', await p95(rounds, () => ofQuarter?.()), 'ms', atMost(1_000)),
    row('a year to March from frozen weeks: p95', await p95(rounds, () => ofYear?.()), 'ms', atMost(200)),
  ];
  await close();
  return rows;
}

/** How long a summary takes whose issues go to a ledger that has none yet. */
async function firstTime(work: (issues: PublicationLedger) => Promise<void>): Promise<number> {
  const folder = createTemporaryFolder();
  const store = openSqliteStore(join(folder, 'issues.db'));
  const ms = await measureMs(() => work(store.publications));
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  return ms;
}

/**
 * A year to March as wider readers have it, before which all that it is made of is issued: its weeks, blocks and
 * quarters, and the year that it is compared with.
 */
async function widerYear(each: number, firsts: number, rounds: number): Promise<readonly Row[]> {
  const row = createRows(`A year to March for wider readers, beside the one before: ${shown(each)} cases a week`);
  const { store, close } = await createFilledSqlite(104 * each, createWeeksUpTo(week, 104));
  const deps = depsOf(store);
  const wider = { audience: 'wider', period: yearToMarch } as const;
  const anew = (): Promise<number> => firstTime((issues) => pull({ ...deps, publications: issues }, wider)());
  const counted = await anew();
  const first: number[] = [];
  while (first.length < firsts) first.push(await anew());
  await pull(deps, wider)();
  const rows = [
    row('a first wider year, its weeks counted from their cases first', counted, 'ms'),
    row('a first wider year, of frozen weeks: p50', quantile(first, 0.5), 'ms', atMost(200)),
    row('the same again, from what was issued: p95', await p95(rounds, pull(deps, wider)), 'ms', atMost(200)),
  ];
  await close();
  return rows;
}

export const summary: Group = {
  name: 'summary',
  title: 'the figures of weeks, in short and long histories; needs two gigabytes of memory',
  takes: 'three minutes',
  async *measure({ histories, cosmosHistories, weekCases, yearCases, rounds, cases }) {
    yield await weekIn(sqlite, { histories, rounds: cases.rounds }, createFilledSqlite, lookInSqlite);
    const cosmos = await startStrictCosmos({ tls: true });
    const few = { histories: cosmosHistories, rounds: Math.ceil(cases.rounds / 10) };
    const fill = (count: number, make: MakeCase) => createFilledCosmos(cosmos, count, make);
    yield await weekIn('the stand-in for Cosmos DB', few, fill, lookInCosmos(cosmos));
    await cosmos.stop();
    for (const each of weekCases) yield await periods(each, cases.rounds);
    for (const each of yearCases) yield await widerYear(each, rounds, cases.rounds);
  },
};
