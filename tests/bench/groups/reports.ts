import type { Group } from '../group.ts';
import { checkStoredReports } from '../stored-reports.ts';
import { type BotProcess, startBotProcess, startServer } from '../child-process.ts';
import { type Figure, medianFigure, runRounds, type Side, createSide } from '../rounds.ts';
import { atLeast, atMost, createRows } from '../row.ts';
import { createDevelopmentEnvironment, createProductionEnvironment, type BenchEnvironment } from '../environment.ts';
import { createReportScript } from '../report-script.ts';

/** Servers that people share, the setting of each of them, and what was measured of all. */
interface Served {
  readonly settings: readonly BenchEnvironment[];
  readonly bots: readonly BotProcess[];
  readonly side: Side;
}

/** Servers in production, so many on each of so many files. */
async function inProduction(onEach: number, files = 1): Promise<Served> {
  const settings = await Promise.all(Array.from({ length: files }, () => createProductionEnvironment()));
  const all = settings.flatMap((setting) => Array.from({ length: onEach }, () => setting));
  const led = await Promise.all(
    all.map(async (setting) => ({ bot: await startServer(setting), way: createReportScript(setting) })),
  );
  return { settings, bots: led.map(({ bot }) => bot), side: createSide(...led) };
}

/** The chat door of development, which asks for no token. */
async function inTheChat(): Promise<Served> {
  const setting = await createDevelopmentEnvironment();
  const bot = await startBotProcess('candour', setting.environment);
  return { settings: [setting], bots: [bot], side: createSide({ bot, way: createReportScript() }) };
}

/** Reports of a side that are not in its stores as they were told, of any kind. */
async function wrongOf({ settings, side }: Served): Promise<number> {
  let wrong = 0;
  const onEach = side.led.length / settings.length;
  for (const [at, setting] of settings.entries()) {
    const told = side.led.slice(at * onEach, (at + 1) * onEach).flatMap((one) => one.told);
    const kept = await checkStoredReports(setting, told);
    wrong += Object.values(kept).reduce((sum, many) => sum + many, 0);
  }
  return wrong;
}

/**
 * All in turn: in production by one server, by two on one file, and by two that share nothing but this machine; and by the
 * chat door. The driver takes from the same cores: so what a report takes of the processor is measured as well,
 * which says what two servers would take in if nothing else wanted their cores, as long as no core is left idle here.
 * What a report takes more by two that share nothing is the machine's doing.
 */
export const reports: Group = {
  name: 'reports',
  title: 'whole reports by one server and by two, with what a report takes of the processor',
  takes: 'two and a half minutes',
  async *measure({ reports }) {
    const row = createRows(
      `Whole reports: 8 requests, 2,000 characters, SQLite FULL, ${reports.people} people at a time`,
    );
    const [one, two, apart] = [await inProduction(1), await inProduction(2), await inProduction(1, 2)];
    const chat = await inTheChat();
    const all = [one, two, apart, chat];
    await runRounds(
      all.map(({ side }) => side),
      reports,
    );
    await Promise.all(all.flatMap(({ bots }) => bots.map((bot) => bot.stop())));
    let wrong = 0;
    for (const each of all) wrong += await wrongOf(each);
    await Promise.all(all.flatMap(({ settings }) => settings.map((setting) => setting.remove())));

    const of = ({ side }: Served, figure: Figure): number => medianFigure(side, figure);
    const rate = (served: Served): number => of(served, 'reportsPerSecond');
    const gains = (served: Served): number => (2 * of(one, 'reportMs')) / of(served, 'reportMs');
    yield [
      row('in production, by one server', rate(one), 'reports/s', atLeast(140)),
      row('in production, by two servers on one file', rate(two), 'reports/s', atLeast(200)),
      row('in production, by two servers that share nothing', rate(apart), 'reports/s'),
      row('by the chat door, one server', rate(chat), 'reports/s', atLeast(140)),
      row('processor a report: one server', of(one, 'reportMs'), 'ms'),
      row('processor a report: two servers on one file', of(two, 'reportMs'), 'ms'),
      row('processor a report: two servers that share nothing', of(apart, 'reportMs'), 'ms'),
      row('processor a report: the chat door', of(chat, 'reportMs'), 'ms'),
      row('processor of the driver a report: one server', of(one, 'drivenReportMs'), 'ms'),
      row('processor of the driver a report: two servers on one file', of(two, 'drivenReportMs'), 'ms'),
      row('cores used: one server', of(one, 'cores'), 'cores'),
      row('cores used: two servers on one file', of(two, 'cores'), 'cores'),
      row('of the machine idle meanwhile: one server', of(one, 'idle') * 100, '%'),
      row('of the machine idle meanwhile: two servers on one file', of(two, 'idle') * 100, '%'),
      row('two over one, the driver on the same cores', rate(two) / rate(one), 'times'),
      row('two over one, by the processor that a report takes', gains(two), 'times', atLeast(1.6)),
      row('the same of two servers that share nothing', gains(apart), 'times'),
      row('lost, duplicate, refused, not as typed, without an alert, of all four', wrong, 'reports', atMost(0)),
    ];
  },
};
