import { openSqliteFile } from '../../../storage/sqlite/sqlite-file.ts';
import { quantile } from '../figures.ts';
import { atMost, type Row, rowsOf } from '../row.ts';
import type { Scale } from '../scale.ts';
import { besideBackup } from './beside-a-backup.ts';
import { type Question, questionsTo } from './questions.ts';
import { filledLarge, type LargeStore } from './stores.ts';
import { watched, type Watched } from './watched.ts';

const goalMs = 100;
const goalHeldMs = 20;
const patienceMs = 2_000;
const shown = (count: number): string => count.toLocaleString('en-GB');

/** What some work took, again and again. */
function rowsOfTimes(row: ReturnType<typeof rowsOf>, what: string, times: readonly Watched[]): readonly Row[] {
  const ms = times.map((one) => one.ms);
  return [
    row(`${what}: p50`, quantile(ms, 0.5), 'ms'),
    row(`${what}: p95`, quantile(ms, 0.95), 'ms', atMost(goalMs)),
    row(`${what}: longest`, Math.max(...ms), 'ms', atMost(goalMs)),
    row(`${what}: held up everybody for`, Math.max(...times.map((one) => one.heldMs)), 'ms', atMost(goalHeldMs)),
  ];
}

/** Asks each question again and again, all others between, so that what else the machine does falls on all alike. */
async function timesOf(
  questions: Readonly<Record<string, Question>>,
  rounds: number,
): Promise<ReadonlyMap<string, readonly Watched[]>> {
  const all = Object.entries(questions).map(([what, ask]) => ({ what, ask, times: Array<Watched>() }));
  const warmUps = Math.ceil(rounds / 10);
  for (let round = 0; round < rounds + warmUps; round += 1) {
    for (const { ask, times } of all) {
      const took = await watched(() => ask(round));
      if (round >= warmUps) times.push(took);
    }
  }
  return new Map(all.map(({ what, times }) => [what, times]));
}

/** How long it takes to open a store as a server does at its start: it looks through all of it first. */
function openingMs({ path }: LargeStore): number {
  const began = performance.now();
  openSqliteFile(path, patienceMs).close();
  return performance.now() - began;
}

/** Everything that is asked of a store and done in it all day, the copy and the opening last. */
export async function rowsOfStore(large: LargeStore, rounds: number): Promise<readonly Row[]> {
  const row = rowsOf(`SQLite, ${shown(large.count)} cases`);
  const questions = await questionsTo(large.store, large.cases);
  const times = await timesOf(questions, rounds);
  const beside = await besideBackup(large.path, questions['a report'] ?? (async () => undefined));
  const opened = openingMs(large);
  return [
    ...[...times].flatMap(([what, took]) => rowsOfTimes(row, what, took)),
    ...rowsOfTimes(row, 'a report, while a backup is made', beside.meanwhile),
    row('size of the copy', beside.bytes / 1e9, 'GB'),
    row('a backup, copied', beside.copiedMs / 1_000, 's'),
    row('a backup, copied and looked through', beside.wholeMs / 1_000, 's'),
    row('opening, which looks through the whole file', opened / 1_000, 's'),
  ];
}

/**
 * What is asked of a store and done in it all day, in that of one of the sizes by its place among them: each is a group of
 * its own, so that what was measured stands where the largest is not come to. Nothing where there is no such size.
 */
export const measureLarge =
  (place: number) =>
  async ({ largeCounts, largeRounds }: Scale): Promise<readonly Row[]> => {
    const count = largeCounts[place];
    if (count === undefined) return [];
    const large = await filledLarge(count);
    try {
      return await rowsOfStore(large, largeRounds);
    } finally {
      await large.close();
    }
  };
