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

/** One round: reports a second, and what a report took of the processor, in the server and in this process, which drives. */
async function round(server: Awaited<ReturnType<typeof serve>>, ms: number, told: Told[]) {
  const [served, first, driven, cores] = [server.processorMs(), server.firstMs(), process.cpuUsage(), coresMs()];
  const reported = await reportWhile(server.endpoint, people, wayOfAReport(), (_, passed) => passed < ms);
  const [now, mine] = [coresMs(), process.cpuUsage(driven)];
  told.push(...reported.told);
  const reports = reported.told.length;
  return {
    rate: reported.reportsPerSecond,
    servedMs: (server.processorMs() - served) / reports,
    firstMs: (server.firstMs() - first) / reports,
    drivenMs: (mine.user + mine.system) / 1_000 / reports,
    used: (server.processorMs() - served) / 1_000 / reported.seconds,
    idle: (now.idle - cores.idle) / (now.all - cores.all),
  };
}
type Round = Awaited<ReturnType<typeof round>>;

/**
 * Whole reports a second by one process and by two, in turn, in one run. The driver is a process of its own and takes
 * from the same cores: so what a report takes of the processor is measured as well, which says what two processes would
 * take in where nothing else wants their cores, as long as no core is left idle here.
 */
export async function measureWorkers(scale: Scale): Promise<readonly Row[]> {
  const row = rowsOf(`Whole reports by one process and by two, SQLite FULL, ${people} people at a time`);
  const load = loadavg()[0] ?? Number.NaN;
  const settings = [await newSetting(), await newSetting()];
  const sides = await Promise.all(
    settings.map(async (setting, at) => ({
      setting,
      server: await serve(setting, at + 1),
      rounds: new Array<Round>(),
      told: new Array<Told>(),
    })),
  );
  // One after the other, so that what else the machine does falls on both alike. The first of each warms it.
  for (const { server, told } of sides) await round(server, scale.reportsMs, told);
  for (let at = 0; at < scale.rounds; at += 1) {
    for (const { server, rounds, told } of sides) rounds.push(await round(server, scale.reportsMs, told));
  }
  await Promise.all(sides.map(({ server }) => server.stop()));
  const kept = await Promise.all(sides.map(({ setting, told }) => keptReports(setting, told)));
  await Promise.all(settings.map((setting) => setting.remove()));

  const [one, two] = sides.map(
    ({ rounds }) =>
      (of: (round: Round) => number) =>
        median(rounds.map(of)),
  );
  if (!one || !two) throw new Error('there are two');
  const wrong = kept.map(
    ({ lost, duplicate, refused, changed, unalerted }) => lost + duplicate + refused + changed + unalerted,
  );
  return [
    row('cores of this machine', availableParallelism(), ''),
    row('load before', load, ''),
    row(
      'by one process',
      one((r) => r.rate),
      'reports/s',
      atLeast(140),
    ),
    row(
      'by two processes',
      two((r) => r.rate),
      'reports/s',
      atLeast(200),
    ),
    row('two over one, the driver on the same cores', two((r) => r.rate) / one((r) => r.rate), 'times'),
    row(
      'cores used by one process',
      one((r) => r.used),
      'cores',
    ),
    row(
      'cores used by two, and the first',
      two((r) => r.used),
      'cores',
    ),
    row('of the machine idle meanwhile, by one', one((r) => r.idle) * 100, '%'),
    row('of the machine idle meanwhile, by two', two((r) => r.idle) * 100, '%'),
    row(
      'processor a report, by one process',
      one((r) => r.servedMs),
      'ms',
    ),
    row(
      'processor a report, by two processes',
      two((r) => r.servedMs),
      'ms',
    ),
    row(
      'of that the first process',
      two((r) => r.firstMs),
      'ms',
    ),
    row(
      'processor of the driver a report',
      two((r) => r.drivenMs),
      'ms',
    ),
    row(
      'two over one, by the processor that a report takes',
      (2 * one((r) => r.servedMs)) / two((r) => r.servedMs),
      'times',
      atLeast(1.6),
    ),
    row(
      'lost, duplicate, refused, not as typed, without an alert, by one',
      wrong[0] ?? Number.NaN,
      'reports',
      atMost(0),
    ),
    row('the same by two', wrong[1] ?? Number.NaN, 'reports', atMost(0)),
  ];
}
