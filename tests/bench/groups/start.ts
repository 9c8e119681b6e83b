import { availableParallelism } from 'node:os';
import { median } from '../figures.ts';
import { newProduction, type Production } from '../production.ts';
import { atMost, type Row, rowsOf } from '../row.ts';
import type { Scale } from '../scale.ts';
import { startServer, today } from '../server-process.ts';

const megabyte = 1024 * 1024;

/** From the start of the process of `npm run serve` to its first yes at `/readyz`, in milliseconds. */
async function timeToReady(production: Production, processes: number): Promise<number> {
  const began = performance.now();
  const environment = { ...production.environment, WORKERS: String(processes) };
  const bot = await startServer(today, production.folder, environment);
  const { ok } = await fetch(new URL('/readyz', bot.endpoint));
  const took = performance.now() - began;
  await bot.stop();
  return ok ? took : Number.NaN;
}

/** How soon a server is ready, by one process and by as many as there are cores, and what it takes up then. */
export async function measureStart(scale: Scale): Promise<readonly Row[]> {
  const row = rowsOf('Start');
  const production = await newProduction();
  const cores = availableParallelism();
  const [alone, several]: [number[], number[]] = [[], []];
  for (let start = 0; start < scale.starts; start += 1) {
    alone.push(await timeToReady(production, 1));
    several.push(await timeToReady(production, cores));
  }
  const bot = await startServer(today, production.folder, production.environment);
  const { residentBefore, heap } = await bot.memory();
  await bot.stop();
  await production.remove();
  return [
    row('from the start of one process to ready', median(alone), 'ms', atMost(700)),
    row(`the same of ${cores} that share a port, one for each core`, median(several), 'ms'),
    row('resident when ready', residentBefore / megabyte, 'MB', atMost(250)),
    row('heap when ready, after collections', heap / megabyte, 'MB'),
  ];
}
