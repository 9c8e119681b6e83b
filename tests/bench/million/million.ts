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

async function rowsOfSize(count: number, rounds: number): Promise<readonly Row[]> {
  const large = await filledLarge(count);
  try {
    const row = rowsOf(`SQLite, ${shown(count)} cases`);
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
  } finally {
    await large.close();
  }
}

/** What is asked of a store and done in it all day, in one after the other with a thousand times as many cases. */
export async function measureMillion({ largeCounts, largeRounds }: Scale): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const count of largeCounts) rows.push(...(await rowsOfSize(count, largeRounds)));
  return rows;
}
