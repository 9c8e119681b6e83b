import { availableParallelism, loadavg } from 'node:os';
import { startBotProcess } from '../bot-process.ts';
import { keptReports } from '../kept-reports.ts';
import { wayOfAReport } from '../one-report.ts';
import { newProduction, type Production } from '../production.ts';
import { inTurn, middle, type Round, type Side, sideOf } from '../rounds.ts';
import { atLeast, atMost, type Row, rowsOf } from '../row.ts';
import type { Scale } from '../scale.ts';
import { startServer, today } from '../server-process.ts';
import { newSetting, type Setting } from '../setting.ts';

/** Servers that people share, what each of them stands on, and what is seen of all. */
interface Served {
  readonly settings: readonly Setting[];
  readonly side: Side;
}

/** A server in production by so many processes on one file, or several of one process that share nothing but the machine. */
async function inProduction(workers: number, servers = 1): Promise<Served> {
  const led = async (production: Production) => ({
    bot: await startServer(today, production.folder, production.environment),
    way: wayOfAReport(production.door),
  });
  const settings: Production[] = [];
  for (let made = 0; made < servers; made += 1) settings.push(await newProduction({ WORKERS: String(workers) }));
  return { settings, side: sideOf(...(await Promise.all(settings.map(led)))) };
}

/** The chat door of development, which asks for no token. */
async function inTheChat(more: Readonly<Record<string, string>> = {}): Promise<Served> {
  const setting = await newSetting(more);
  const bot = await startBotProcess('candour', setting.environment);
  return { settings: [setting], side: sideOf({ bot, way: wayOfAReport() }) };
}

/** Reports of a side that are not in its stores as they were told, of whatever kind. */
async function wrongOf({ settings, side }: Served): Promise<number> {
  let wrong = 0;
  for (const [at, setting] of settings.entries()) {
    const kept = await keptReports(setting, side.led[at]?.told ?? []);
    wrong += kept.lost + kept.duplicate + kept.refused + kept.changed + kept.unalerted;
  }
  return wrong;
}

/**
 * Whole reports a second, all in turn: in production by one process, by two on one file, and by two servers that share
 * nothing but this machine; by the chat door; and there with the recipient that comes with age-encryption in place of
 * Candour's. The driver takes from the same cores: so what a report takes of the processor is measured as well, which says
 * what two processes would take in where nothing else wants their cores, as long as no core is left idle here. What a
 * report takes more by two that share nothing is the machine's doing.
 */
export async function measureReports(scale: Scale): Promise<readonly Row[]> {
  const people = scale.reportPeople;
  const row = rowsOf(`Whole reports: 8 requests, 2,000 characters, SQLite FULL, ${people} people at a time`);
  const load = loadavg()[0] ?? Number.NaN;
  const [one, two, apart] = [await inProduction(1), await inProduction(2), await inProduction(1, 2)];
  const [chat, stock] = [await inTheChat(), await inTheChat({ BENCH_SEAL: 'stock' })];
  const all = [one, two, apart, chat, stock];
  await inTurn(
    all.map(({ side }) => side),
    { rounds: scale.reportRounds, people, ms: scale.reportsMs },
  );
  await Promise.all(all.flatMap(({ side }) => side.led.map(({ bot }) => bot.stop())));
  const wrong: number[] = [];
  for (const each of all) wrong.push(await wrongOf(each));
  await Promise.all(all.flatMap(({ settings }) => settings.map((setting) => setting.remove())));

  const of = ({ side }: Served, which: keyof Round): number => middle(side, (round) => round[which]);
  const rate = (served: Served): number => of(served, 'reportsPerSecond');
  const gains = (served: Served): number => (2 * of(one, 'reportMs')) / of(served, 'reportMs');
  return [
    row('cores of this machine', availableParallelism(), ''),
    row('load before', load, ''),
    row('in production, by one process', rate(one), 'reports/s', atLeast(140)),
    row('in production, by two processes on one file', rate(two), 'reports/s', atLeast(200)),
    row('in production, by two servers that share nothing', rate(apart), 'reports/s'),
    row('by the chat door, one process', rate(chat), 'reports/s', atLeast(140)),
    row('the same with the stock hybrid recipient', rate(stock), 'reports/s'),
    row('processor a report: one process', of(one, 'reportMs'), 'ms'),
    row('processor a report: two processes on one file', of(two, 'reportMs'), 'ms'),
    row('processor a report: two servers that share nothing', of(apart, 'reportMs'), 'ms'),
    row('processor a report: the chat door', of(chat, 'reportMs'), 'ms'),
    row('processor of the driver a report: one process', of(one, 'drivenReportMs'), 'ms'),
    row('processor of the driver a report: two processes on one file', of(two, 'drivenReportMs'), 'ms'),
    row('cores used: one process', of(one, 'cores'), 'cores'),
    row('cores used: two processes on one file', of(two, 'cores'), 'cores'),
    row('of the machine idle meanwhile: one process', of(one, 'idle') * 100, '%'),
    row('of the machine idle meanwhile: two processes on one file', of(two, 'idle') * 100, '%'),
    row('two over one, the driver on the same cores', rate(two) / rate(one), 'times'),
    row('two over one, by the processor that a report takes', gains(two), 'times', atLeast(1.6)),
    row('the same of two servers that share nothing', gains(apart), 'times'),
    row(
      'lost, duplicate, refused, not as typed, without an alert, of all five',
      wrong.reduce((sum, each) => sum + each, 0),
      'reports',
      atMost(0),
    ),
  ];
}
