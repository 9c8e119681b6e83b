import type { BotProcess, Memory } from '../bot-process.ts';
import { slope } from '../figures.ts';
import { type Kept, keptReports } from '../kept-reports.ts';
import { reportInABurst, reportWhile } from '../many-reports.ts';
import { type Told, wayOfAReport } from '../one-report.ts';
import { newProduction, type Production } from '../production.ts';
import { atMost, type Row, rowsOf } from '../row.ts';
import type { Scale } from '../scale.ts';
import { startServer, today } from '../server-process.ts';

const megabyte = 1024 * 1024;
const countsOf = (row: ReturnType<typeof rowsOf>, kept: Kept): readonly Row[] => [
  row('lost', kept.lost, 'reports', atMost(0)),
  row('duplicate', kept.duplicate, 'reports', atMost(0)),
  row('refused', kept.refused, 'reports', atMost(0)),
  row('opened and not as typed', kept.changed, 'reports', atMost(0)),
  row('without an alert', kept.unalerted, 'reports', atMost(0)),
];

async function withServer<T>(work: (bot: BotProcess, setting: Production) => Promise<T>): Promise<T> {
  const setting = await newProduction();
  const bot = await startServer(today, setting.folder, setting.environment);
  const result = await work(bot, setting);
  await setting.remove();
  return result;
}

/** Many reports in a short time: all are saved once. */
export const measureBurst = (scale: Scale): Promise<readonly Row[]> =>
  withServer(async (bot, setting) => {
    const row = rowsOf(`A burst of ${scale.burst.reports} reports in ${scale.burst.overMs / 1_000} s`);
    const { told, seconds } = await reportInABurst(bot.endpoint, wayOfAReport(setting.door), scale.burst);
    await bot.stop();
    return [
      row('reports', told.length, 'reports'),
      row('until the last receipt', seconds, 's'),
      ...countsOf(row, await keptReports(setting, told)),
    ];
  });

/** Very many reports one after the other: all are saved once, and the memory stays as it is. */
export const measureSoak = (scale: Scale): Promise<readonly Row[]> =>
  withServer(async (bot, setting) => {
    const { reports, looks } = scale.soak;
    const row = rowsOf(`A soak of ${reports.toLocaleString('en-GB')} reports`);
    const told: Told[] = [];
    const seen: { readonly x: number; readonly memory: Memory }[] = [];
    for (let look = 0; look < looks; look += 1) {
      const part = await reportWhile(bot.endpoint, 20, wayOfAReport(setting.door), (begun) => begun < reports / looks);
      told.push(...part.told);
      seen.push({ x: told.length, memory: await bot.memory() });
    }
    await bot.stop();
    // Memory is looked at between the rounds, never in one. The first looks see the engine warm up.
    const settled = seen.slice(Math.ceil(looks / 4));
    const growth = (pick: (memory: Memory) => number): number =>
      slope(settled.map(({ x, memory }) => ({ x, y: pick(memory) })));
    const last = seen.at(-1)?.memory;
    const mb = (bytes = Number.NaN): number => bytes / megabyte;
    return [
      row('reports', told.length, 'reports'),
      ...countsOf(row, await keptReports(setting, told)),
      row('heap after collection, at the end', mb(last?.heap), 'MB'),
      row(
        'heap after collection, growth',
        growth(({ heap }) => heap),
        'bytes/report',
        atMost(100),
      ),
      row(
        'outside the heap, growth',
        growth(({ outside }) => outside),
        'bytes/report',
        atMost(100),
      ),
      row('resident, before a collection, at the end', mb(last?.residentBefore), 'MB'),
      row('resident, highest', mb(Math.max(...seen.map(({ memory }) => memory.residentBefore))), 'MB', atMost(350)),
      row(
        'resident, growth',
        growth(({ residentBefore }) => residentBefore),
        'bytes/report',
      ),
    ];
  });
