import type { Group } from '../group.ts';
import { keptReports } from '../kept-reports.ts';
import { type BotProcess, startBotProcess, startServer } from '../process.ts';
import { type Figure, middle, roundsInTurn, type Side, sideOf } from '../rounds.ts';
import { atLeast, atMost, rowsOf } from '../row.ts';
import { newDevelopment, newProduction, type Setting } from '../setting.ts';
import { wayOfAReport } from '../way.ts';

/** Servers that people share, the setting of each of them, and what was measured of all. */
interface Served {
  readonly settings: readonly Setting[];
  readonly bots: readonly BotProcess[];
  readonly side: Side;
}

/** Servers in production by so many processes each, on a file for each server. */
async function inProduction(workers: number, servers = 1): Promise<Served> {
  const settings = await Promise.all(
    Array.from({ length: servers }, () => newProduction({ WORKERS: String(workers) })),
  );
  const led = await Promise.all(
    settings.map(async (setting) => ({ bot: await startServer(setting), way: wayOfAReport(setting) })),
  );
  return { settings, bots: led.map(({ bot }) => bot), side: sideOf(...led) };
}

/** The chat door of development, which asks for no token. */
async function inTheChat(): Promise<Served> {
  const setting = await newDevelopment();
  const bot = await startBotProcess('candour', setting.environment);
  return { settings: [setting], bots: [bot], side: sideOf({ bot, way: wayOfAReport() }) };
}

/** Reports of a side that are not in its stores as they were told, of any kind. */
async function wrongOf({ settings, side }: Served): Promise<number> {
  let wrong = 0;
  for (const [at, setting] of settings.entries()) {
    const kept = await keptReports(setting, side.led[at]?.told ?? []);
    wrong += Object.values(kept).reduce((sum, many) => sum + many, 0);
  }
  return wrong;
}

/**
 * All in turn: in production by one process, by two on one file, and by two servers that share nothing but this machine; and
 * by the chat door. The driver takes from the same cores: so what a report takes of the processor is measured as well,
 * which says what two processes would take in if nothing else wanted their cores, as long as no core is left idle here.
 * What a report takes more by two that share nothing is the machine's doing.
 */
export const reports: Group = {
  name: 'reports',
  title: 'whole reports by one process and by two, with what a report takes of the processor',
  takes: 'two and a half minutes',
  async *measure({ reports }) {
    const row = rowsOf(`Whole reports: 8 requests, 2,000 characters, SQLite FULL, ${reports.people} people at a time`);
    const [one, two, apart] = [await inProduction(1), await inProduction(2), await inProduction(1, 2)];
    const chat = await inTheChat();
    const all = [one, two, apart, chat];
    await roundsInTurn(
      all.map(({ side }) => side),
      reports,
    );
    await Promise.all(all.flatMap(({ bots }) => bots.map((bot) => bot.stop())));
    let wrong = 0;
    for (const each of all) wrong += await wrongOf(each);
    await Promise.all(all.flatMap(({ settings }) => settings.map((setting) => setting.remove())));

    const of = ({ side }: Served, figure: Figure): number => middle(side, figure);
    const rate = (served: Served): number => of(served, 'reportsPerSecond');
    const gains = (served: Served): number => (2 * of(one, 'reportMs')) / of(served, 'reportMs');
    yield [
      row('in production, by one process', rate(one), 'reports/s', atLeast(140)),
      row('in production, by two processes on one file', rate(two), 'reports/s', atLeast(200)),
      row('in production, by two servers that share nothing', rate(apart), 'reports/s'),
      row('by the chat door, one process', rate(chat), 'reports/s', atLeast(140)),
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
      row('lost, duplicate, refused, not as typed, without an alert, of all four', wrong, 'reports', atMost(0)),
    ];
  },
};
