import { z } from 'zod';
import { startStrictCosmos } from '../fakes/strict-cosmos.ts';
import { now, today } from '../support/contracts/records.ts';
import { filesBut, filesFor, firstLoad, weightOf } from '../support/tab/built-tab.ts';
import { type Asked, asked } from './cases-asked.ts';
import { viewer } from './cases-mix.ts';
import { filledCosmos, filledSqlite, type FilledStore } from './cases-stores.ts';
import { quantile } from './figures.ts';
import { atMost, type Row, rowsOf } from './row.ts';
import type { Scale } from './scale.ts';

const goalMs = 100;
const goalRatio = 1.5;
const baselineRounds = 5;
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

interface Sized extends FilledStore {
  readonly count: number;
}

/** Asks everything of stores of every size in turn, so that what else the machine does falls on all of them alike. */
async function timesOf(
  stores: readonly Sized[],
  rounds: number,
): Promise<ReadonlyMap<number, ReadonlyMap<string, number[]>>> {
  const questions = stores.map((store) => ({ count: store.count, all: Object.entries(asked(store, now)) }));
  const times = new Map(
    questions.map(({ count, all }) => [count, new Map(all.map(([name]) => [name, Array<number>()]))]),
  );
  const warmUps = Math.ceil(rounds / 10);
  const ask = async (name: string, question: Asked, count: number, round: number): Promise<void> => {
    const ms = await timed(() => question(round));
    if (round >= warmUps) times.get(count)?.get(name)?.push(ms);
  };
  for (let round = 0; round < rounds + warmUps; round += 1) {
    for (const { count, all } of questions) {
      // Begins with another each round, or what is collected as garbage once a round would always fall on the same ones.
      const first = round % all.length;
      for (const [name, question] of [...all.slice(first), ...all.slice(0, first)]) {
        await ask(name, question, count, round);
      }
    }
  }
  return times;
}

const answerSchema = z.looseObject({ answer: z.looseObject({ rows: z.array(z.unknown()).optional() }) });

/** How many cases each answer shows: a store with few cases has shorter answers, which a ratio then compares with. */
async function lengthsOf(stores: readonly Sized[]): Promise<ReadonlyMap<number, ReadonlyMap<string, number>>> {
  const lengths = new Map<number, ReadonlyMap<string, number>>();
  for (const store of stores) {
    const all = new Map<string, number>();
    for (const [name, question] of Object.entries(asked(store, now))) {
      const { rows } = answerSchema.parse(JSON.parse(await question(0))).answer;
      if (rows) all.set(name, rows.length);
    }
    lengths.set(store.count, all);
  }
  return lengths;
}

async function rowsOfStores(name: string, stores: readonly Sized[], rounds: number): Promise<readonly Row[]> {
  const times = await timesOf(stores, rounds);
  const lengths = await lengthsOf(stores);
  const rows = [...times].flatMap(([count, byName]) => {
    const row = rowsOf(`${name}, ${shown(count)} cases`);
    return [...byName].flatMap(([what, ms]) => [
      row(`${what}: p50`, quantile(ms, 0.5), 'ms'),
      row(`${what}: p95`, quantile(ms, 0.95), 'ms', atMost(goalMs)),
      ...[lengths.get(count)?.get(what) ?? []].flat().map((shown) => row(`${what}: shown`, shown, 'cases')),
    ]);
  });
  const [held, most] = [stores.at(-2)?.count ?? 0, stores.at(-1)?.count ?? 0];
  const p95 = (count: number, what: string): number => quantile(times.get(count)?.get(what) ?? [], 0.95);
  const ratios = stores.slice(0, -1).flatMap(({ count }) => {
    const ratio = rowsOf(`${name}, p95 of ${shown(most)} cases over that of ${shown(count)}`);
    return [...(times.get(count) ?? [])].map(([what]) =>
      ratio(what, p95(most, what) / p95(count, what), 'times', count === held ? atMost(goalRatio) : undefined),
    );
  });
  return [...rows, ...ratios];
}

/** How fast cases are listed, however many there are, in the embedded store. */
export async function measureSqliteCases({ caseCounts, caseRounds }: Scale): Promise<readonly Row[]> {
  const stores = await Promise.all(caseCounts.map(async (count) => ({ count, ...(await filledSqlite(count, today)) })));
  const rows = await rowsOfStores('SQLite', stores, caseRounds);
  const baseline = rowsOf('Measured beside it: open and urgent, SQLite without columns and indexes');
  const scans: Row[] = [];
  for (const { count, file } of stores) {
    const ms: number[] = [];
    for (let round = 0; round < baselineRounds; round += 1) ms.push(await timed(() => file.rows(scan, viewer)));
    scans.push(baseline(`${shown(count)} cases: p50`, quantile(ms, 0.5), 'ms'));
  }
  for (const store of stores) await store.close();
  return [...rows, ...scans];
}

/** The same in the stand-in for Cosmos DB. */
export async function measureCosmosCases({ caseCounts, caseRounds }: Scale): Promise<readonly Row[]> {
  const cosmos = await startStrictCosmos({ tls: true });
  const stores: Sized[] = [];
  for (const count of caseCounts) stores.push({ count, ...(await filledCosmos(cosmos, count, today)) });
  const rows = await rowsOfStores('Cosmos DB stand-in', stores, caseRounds);
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
    weight('first load, with the list of cases', weightOf(first), 'kB', atMost(200)),
    weight('loaded later, all parts together', weightOf(filesBut(first)), 'kB'),
  ];
}
