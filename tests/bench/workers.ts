import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { childrenOf } from '../support/workers/children-of.ts';
import { median } from './figures.ts';
import { keptReports } from './kept-reports.ts';
import { reportWhile } from './many-reports.ts';
import { type Told, wayOfAReport } from './one-report.ts';
import { coresMs, processorMsOf } from './processor-of.ts';
import { atLeast, atMost, type Row, rowsOf } from './row.ts';
import type { Scale } from './scale.ts';
import { newSetting, type Setting } from './setting.ts';

const people = 100;
const program = fileURLToPath(new URL('./served/candour-by-workers.ts', import.meta.url));

/** A server of so many processes, with what all of them have used of the processor. */
async function serve(setting: Setting, workers: number) {
  const child = spawn(process.execPath, ['--no-warnings', program], {
    env: { PATH: process.env['PATH'], ...setting.environment, BENCH_WORKERS: String(workers) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const port = await new Promise<number>((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /"event":"started","port":(\d+)/u.exec(said)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    void ended.then(() => reject(new Error('the server ended')));
  });
  const first = child.pid ?? 0;
  return {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    processorMs: () => processorMsOf([first, ...childrenOf(first)]),
    firstMs: () => processorMsOf([first]),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

interface Served {
  readonly setting: Setting;
  readonly server: Awaited<ReturnType<typeof serve>>;
  readonly told: Told[];
}

/** One server of so many processes, with a file of its own. */
async function served(workers: number): Promise<Served> {
  const setting = await newSetting();
  return { setting, server: await serve(setting, workers), told: [] };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/**
 * One round: reports a second, and what a report took of the processor, in the servers, which people share, and in this
 * process, which drives.
 */
async function round(servers: readonly Served[], ms: number) {
  const used = () => ({
    served: sumOf(servers.map(({ server }) => server.processorMs())),
    first: sumOf(servers.map(({ server }) => server.firstMs())),
    cores: coresMs(),
  });
  const [before, driven] = [used(), process.cpuUsage()];
  const reported = await Promise.all(
    servers.map(async ({ server, told }) => {
      const those = people / servers.length;
      const came = await reportWhile(server.endpoint, those, wayOfAReport(), (_, passed) => passed < ms);
      told.push(...came.told);
      return came;
    }),
  );
  const [now, mine] = [used(), process.cpuUsage(driven)];
  const reports = sumOf(reported.map(({ told }) => told.length));
  const rate = sumOf(reported.map(({ reportsPerSecond }) => reportsPerSecond));
  const servedMs = (now.served - before.served) / reports;
  return {
    rate,
    servedMs,
    firstMs: (now.first - before.first) / reports,
    drivenMs: (mine.user + mine.system) / 1_000 / reports,
    used: (servedMs * rate) / 1_000,
    idle: (now.cores.idle - before.cores.idle) / (now.cores.all - before.cores.all),
  };
}
type Round = Awaited<ReturnType<typeof round>>;

/** Reports of these servers that are not as they were told, of whatever kind. */
async function wrongOf(servers: readonly Served[]): Promise<number> {
  const kept = await Promise.all(servers.map(({ setting, told }) => keptReports(setting, told)));
  return sumOf(
    kept.map(({ lost, duplicate, refused, changed, unalerted }) => lost + duplicate + refused + changed + unalerted),
  );
}

/**
 * Whole reports a second by one process, by two on one file, and by two servers that share nothing but this machine, in
 * turn, in one run. The driver is a process of its own and takes from the same cores: so what a report takes of the
 * processor is measured as well, which says what two processes would take in where nothing else wants their cores, as
 * long as no core is left idle here. What it takes more by two that share nothing is the machine's doing.
 */
export async function measureWorkers(scale: Scale): Promise<readonly Row[]> {
  const row = rowsOf(`Whole reports by one process and by two, SQLite FULL, ${people} people at a time`);
  const load = loadavg()[0] ?? Number.NaN;
  const sides = [[await served(1)], [await served(2)], [await served(1), await served(1)]].map((servers) => ({
    servers,
    rounds: new Array<Round>(),
  }));
  // One after the other, so that what else the machine does falls on all alike. The first of each warms it.
  for (const { servers } of sides) await round(servers, scale.reportsMs);
  for (let at = 0; at < scale.rounds; at += 1) {
    for (const { servers, rounds } of sides) rounds.push(await round(servers, scale.reportsMs));
  }
  const all = sides.flatMap(({ servers }) => servers);
  await Promise.all(all.map(({ server }) => server.stop()));
  const wrong = await Promise.all(sides.map(({ servers }) => wrongOf(servers)));
  await Promise.all(all.map(({ setting }) => setting.remove()));

  const [one, two, apart] = sides.map(
    ({ rounds }) =>
      (of: keyof Round) =>
        median(rounds.map((round) => round[of])),
  );
  if (!one || !two || !apart) throw new Error('there are three');
  return [
    row('cores of this machine', availableParallelism(), ''),
    row('load before', load, ''),
    row('by one process', one('rate'), 'reports/s', atLeast(140)),
    row('by two processes', two('rate'), 'reports/s', atLeast(200)),
    row('by two servers that share nothing', apart('rate'), 'reports/s'),
    row('two over one, the driver on the same cores', two('rate') / one('rate'), 'times'),
    row('cores used by one process', one('used'), 'cores'),
    row('cores used by two, and the first', two('used'), 'cores'),
    row('of the machine idle meanwhile, by one', one('idle') * 100, '%'),
    row('of the machine idle meanwhile, by two', two('idle') * 100, '%'),
    row('processor a report, by one process', one('servedMs'), 'ms'),
    row('processor a report, by two processes', two('servedMs'), 'ms'),
    row('processor a report, by two servers that share nothing', apart('servedMs'), 'ms'),
    row('of that by two processes, the first process', two('firstMs'), 'ms'),
    row('processor of the driver a report', two('drivenMs'), 'ms'),
    row(
      'two over one, by the processor that a report takes',
      (2 * one('servedMs')) / two('servedMs'),
      'times',
      atLeast(1.6),
    ),
    row('the same of two servers that share nothing', (2 * one('servedMs')) / apart('servedMs'), 'times'),
    row(
      'lost, duplicate, refused, not as typed, without an alert, by one',
      wrong[0] ?? Number.NaN,
      'reports',
      atMost(0),
    ),
    row('the same by two', wrong[1] ?? Number.NaN, 'reports', atMost(0)),
  ];
}
