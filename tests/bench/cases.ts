import { z } from 'zod';
import type { CaseRecord } from '../../concerns/records/case-record.ts';
import { startStrictCosmos } from '../fakes/strict-cosmos.ts';
import { now, today } from '../support/contracts/records.ts';
import { filesBut, filesFor, firstLoad, weightOf } from '../support/tab/built-tab.ts';
import { firstBudget, weighedTab } from '../support/tab/page-budgets.ts';
import { asked } from './cases-asked.ts';
import { benchCases, shorterHistory, viewer } from './cases-mix.ts';
import { filledCosmos, filledSqlite, type FilledStore } from './cases-stores.ts';
import { quantile } from './figures.ts';
import { atMost, type Row, rowsOf } from './row.ts';
import type { Scale } from './scale.ts';

const goalMs = 100;
const goalRatio = 1.5;
const baselineRounds = 5;
/** Stands in the name of a group of ratios after the store that they are of. */
export const distanceOf = ', p95 of ';
const shown = (count: number): string => count.toLocaleString('en-GB');

/** The same page from what is sealed beside it alone, as if there were no columns and no indexes. */
const scan = `SELECT record ->> 'caseId' FROM cases
  WHERE record ->> 'handledBy' = 'acu' AND record ->> 'status' <> 'closed' AND record ->> 'urgency' = 'urgent'
    AND NOT EXISTS (SELECT 1 FROM json_each(record, '$.excluded') WHERE value = ?)
  ORDER BY record ->> 'receivedOn' DESC, record ->> 'caseId' LIMIT 50`;

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Cases that a store is filled with, by what they are called in a figure. */
interface Mix {
  readonly name: string;
  readonly cases: readonly CaseRecord[];
  /** Whether the largest store must answer about as fast as this one: only its history is longer. */
  readonly isLike: boolean;
}

/**
 * The cases of each store, the most of them last. Of those of the second size there are two: a unit a tenth as large, and
 * the unit of the largest store with a shorter history.
 */
function mixesOf(caseCounts: readonly number[]): readonly Mix[] {
  const all = caseCounts.map(
    (count): Mix => ({
      name: `${shown(count)} cases`,
      cases: benchCases(count, today),
      isLike: false,
    }),
  );
  const [fewer, most] = [caseCounts.at(-2), all.at(-1)];
  if (fewer === undefined || most === undefined) return all;
  const cases = shorterHistory(most.cases, fewer, today);
  return [...all.slice(0, -1), { name: `${shown(fewer)} cases, as much in hand`, cases, isLike: true }, most];
}

interface Sized extends FilledStore, Pick<Mix, 'name' | 'isLike'> {}
type Times = ReadonlyMap<string, readonly number[]>;

const rotated = <T>(all: readonly T[], round: number): readonly T[] => {
  const first = round % Math.max(1, all.length);
  return [...all.slice(first), ...all.slice(0, first)];
};

/** Asks the same of all stores one after the other, so that what else the machine does falls on all of them alike. */
async function timesOf(
  stores: readonly Sized[],
  rounds: number,
  afterRound: () => void,
): Promise<ReadonlyMap<string, Times>> {
  const all = stores.map((store) => {
    const questions = Object.entries(asked(store, now));
    return { name: store.name, questions: questions.map(([what, ask]) => ({ what, ask, ms: Array<number>() })) };
  });
  const places = [...(all[0]?.questions.keys() ?? [])];
  const warmUps = Math.ceil(rounds / 10);
  for (let round = 0; round < rounds + warmUps; round += 1) {
    // Begins with another each round, or what is collected as garbage once a round would always fall on the same ones.
    for (const place of rotated(places, round)) {
      for (const { questions } of rotated(all, round)) {
        const question = questions[place];
        const ms = await timed(() => question?.ask(round));
        if (round >= warmUps) question?.ms.push(ms);
      }
    }
    afterRound();
  }
  return new Map(all.map(({ name, questions }) => [name, new Map(questions.map(({ what, ms }) => [what, ms]))]));
}

const answerSchema = z.looseObject({ answer: z.looseObject({ rows: z.array(z.unknown()).optional() }) });

/** How many cases each answer shows: a store with few cases has shorter answers, which a ratio then compares with. */
async function lengthsOf(stores: readonly Sized[]): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const lengths = new Map<string, ReadonlyMap<string, number>>();
  for (const store of stores) {
    const all = new Map<string, number>();
    for (const [what, question] of Object.entries(asked(store, now))) {
      const { rows } = answerSchema.parse(JSON.parse(await question(0))).answer;
      if (rows) all.set(what, rows.length);
    }
    lengths.set(store.name, all);
  }
  return lengths;
}

async function rowsOfStores(
  name: string,
  stores: readonly Sized[],
  rounds: number,
  afterRound: () => void = () => undefined,
): Promise<readonly Row[]> {
  const times = await timesOf(stores, rounds, afterRound);
  const lengths = await lengthsOf(stores);
  const p95 = (store: string, what: string): number => quantile(times.get(store)?.get(what) ?? [], 0.95);
  const length = (store: string, what: string): number | undefined => lengths.get(store)?.get(what);
  const rows = [...times].flatMap(([store, byName]) => {
    const row = rowsOf(`${name}, ${store}`);
    return [...byName].flatMap(([what, ms]) => [
      row(`${what}: p50`, quantile(ms, 0.5), 'ms'),
      row(`${what}: p95`, p95(store, what), 'ms', atMost(goalMs)),
      ...[length(store, what) ?? []].flat().map((shown) => row(`${what}: shown`, shown, 'cases')),
    ]);
  });
  const most = stores.at(-1)?.name ?? '';
  const ratios = stores.slice(0, -1).flatMap(({ name: store, isLike }) => {
    const ratio = rowsOf(`${name}${distanceOf}${most} over that of ${store}`);
    return [...(times.get(store)?.keys() ?? [])].map((what) => {
      // Fifty rows take longer to read and write out than eight, however they are found.
      const isAsLong = length(store, what) === length(most, what);
      const goal = isLike && isAsLong ? atMost(goalRatio) : undefined;
      return ratio(what, p95(most, what) / p95(store, what), 'times', goal);
    });
  });
  return [...rows, ...ratios];
}

/** How fast cases are listed, however many there are, in the embedded store. */
export async function measureSqliteCases({ caseCounts, caseRounds }: Scale): Promise<readonly Row[]> {
  const stores = await Promise.all(
    mixesOf(caseCounts).map(async ({ name, isLike, cases }) => ({ name, isLike, ...(await filledSqlite(cases)) })),
  );
  const rows = await rowsOfStores('SQLite', stores, caseRounds);
  const baseline = rowsOf('Measured beside it: open and urgent, SQLite without columns and indexes');
  const scans: Row[] = [];
  for (const { name, file } of stores) {
    const ms: number[] = [];
    for (let round = 0; round < baselineRounds; round += 1) ms.push(await timed(() => file.rows(scan, viewer)));
    scans.push(baseline(`${name}: p50`, quantile(ms, 0.5), 'ms'));
  }
  for (const store of stores) await store.close();
  return [...rows, ...scans];
}

/** The same in the stand-in for Cosmos DB. */
export async function measureCosmosCases({ caseCounts, caseRounds }: Scale): Promise<readonly Row[]> {
  const cosmos = await startStrictCosmos({ tls: true });
  const stores: Sized[] = [];
  for (const { name, isLike, cases } of mixesOf(caseCounts)) {
    stores.push({ name, isLike, ...(await filledCosmos(cosmos, cases)) });
  }
  // What it remembers of a hundred thousand requests would be gone through whenever garbage is collected.
  const rows = await rowsOfStores('Cosmos DB stand-in', stores, caseRounds, () => cosmos.forgetRequests());
  for (const store of stores) await store.close();
  await cosmos.stop();
  return rows;
}

/** How much the tab loads first, and what another project's users reported of its list. */
export function measureWeight(): readonly Row[] {
  const first = filesFor(firstLoad);
  const weight = rowsOf('Tab, gzip');
  const reported = rowsOf('As GlobaLeaks users reported, not measured here: a list of cases');
  return [
    reported('1,000 cases', 420, 'ms'),
    reported('5,000 cases', 2_400, 'ms'),
    weight('first load, with the list of cases', weightOf(first), 'kB', atMost(firstBudget)),
    ...weighedTab()
      .filter(({ part }) => part.endsWith('-page.tsx'))
      .map(({ part, budget, files }) => weight(`beside it, ${part}`, weightOf(files), 'kB', atMost(budget?.most ?? 0))),
    weight('loaded later, all parts together', weightOf(filesBut(first)), 'kB'),
  ];
}
