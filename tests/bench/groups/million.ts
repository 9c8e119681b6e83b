import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { openSqliteFile } from '../../../storage/sqlite/sqlite-file.ts';
import { quantile } from '../statistics.ts';
import type { Group } from '../group.ts';
import { createLargeStore } from '../large-store.ts';
import { dayQueries } from '../queries.ts';
import { atMost, type Row, createRows } from '../row.ts';
import { runInterleaved, measureMs, type EventLoopTiming, measureWithEventLoop, type Work } from '../timing.ts';

/** What some work took, again and again. */
function rowsOfTimes(
  row: ReturnType<typeof createRows>,
  what: string,
  times: readonly EventLoopTiming[],
): readonly Row[] {
  const ms = times.map((one) => one.ms);
  return [
    row(`${what}: p50`, quantile(ms, 0.5), 'ms'),
    row(`${what}: p95`, quantile(ms, 0.95), 'ms', atMost(100)),
    row(`${what}: longest`, Math.max(...ms), 'ms', atMost(100)),
    row(`${what}: held up everybody for`, Math.max(...times.map((one) => one.heldMs)), 'ms', atMost(20)),
  ];
}

const backingUp = fileURLToPath(new URL('../served/run-backup.ts', import.meta.url));
const saidSchema = z.object({ copiedMs: z.number(), wholeMs: z.number(), copiedAt: z.number() });
const betweenMs = 20;

/** Has another process copy a store to a file beside it, and does something in it again and again until it is done. */
async function besideBackup(path: string, work: Work) {
  const to = `${path}.copy`;
  const all: { readonly at: number; readonly took: EventLoopTiming }[] = [];
  const over = new AbortController();
  const copying = promisify(execFile)(process.execPath, ['--no-warnings', backingUp, path, to]).finally(() => {
    over.abort();
  });
  const writing = async (): Promise<void> => {
    for (let round = 0; !over.signal.aborted; round += 1) {
      const at = performance.timeOrigin + performance.now();
      all.push({ at, took: await measureWithEventLoop(() => work(round)) });
      await setTimeout(betweenMs);
    }
  };
  const [{ stdout }] = await Promise.all([copying, writing()]);
  const said = saidSchema.parse(JSON.parse(stdout));
  // The first that comes after the copy may move what was logged until then; what came while it was looked through is not
  // among these.
  const after = all.findIndex(({ at }) => at > said.copiedAt);
  const meanwhile = (after < 0 ? all : all.slice(0, after + 1)).map(({ took }) => took);
  return { ...said, bytes: statSync(to).size, meanwhile };
}

/** One size after the other, so that all of one is kept if the largest is not come to. */
export const million: Group = {
  name: 'million',
  title: 'everything that is asked and done all day, among up to a million cases; needs 60 GB of room',
  takes: 'half an hour',
  cells: ['p50', 'p95', 'longest', 'held up everybody for'],
  async *measure({ million: { counts, rounds } }) {
    for (const count of counts) {
      const large = await createLargeStore(count);
      const row = createRows(`SQLite, ${count.toLocaleString('en-GB')} cases`);
      const questions = await dayQueries(large.store, large.cases);
      const times = await runInterleaved(new Map(Object.entries(questions)), measureWithEventLoop, rounds);
      const beside = await besideBackup(large.path, questions['a report'] ?? (() => undefined));
      // As a server opens it at its start: it looks through all of it first.
      const opening = await measureMs(() => openSqliteFile(large.path, 2_000).close());
      await large.close();
      yield [
        ...[...times].flatMap(([what, took]) => rowsOfTimes(row, what, took)),
        ...rowsOfTimes(row, 'a report, while a backup is made', beside.meanwhile),
        row('size of the copy', beside.bytes / 1e9, 'GB'),
        row('a backup, copied', beside.copiedMs / 1_000, 's'),
        row('a backup, copied and looked through', beside.wholeMs / 1_000, 's'),
        row('opening, which looks through the whole file', opening / 1_000, 's'),
      ];
    }
  },
};
