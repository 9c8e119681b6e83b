import { slope } from '../statistics.ts';
import type { Group } from '../group.ts';
import { type StoredReportCounts, checkStoredReports } from '../stored-reports.ts';
import { type Memory, startServer } from '../child-process.ts';
import { runReportBurst, runReportLoad } from '../report-load.ts';
import { atMost, type Row, createRows } from '../row.ts';
import { createProductionEnvironment } from '../environment.ts';
import { type ReportResult, createReportScript } from '../report-script.ts';

const megabyte = 1024 * 1024;
const countsOf = (row: ReturnType<typeof createRows>, kept: StoredReportCounts): readonly Row[] => [
  row('lost', kept.lost, 'reports', atMost(0)),
  row('duplicate', kept.duplicate, 'reports', atMost(0)),
  row('refused', kept.refused, 'reports', atMost(0)),
  row('opened and not as typed', kept.changed, 'reports', atMost(0)),
  row('without an alert', kept.unalerted, 'reports', atMost(0)),
];

export const burst: Group = {
  name: 'burst',
  title: 'many reports in a short time: all are saved once',
  takes: 'a quarter of a minute',
  async *measure({ burst }) {
    const row = createRows(`A burst of ${burst.reports} reports in ${burst.overMs / 1_000} s`);
    const setting = await createProductionEnvironment();
    const bot = await startServer(setting);
    const { told, seconds } = await runReportBurst(bot.endpoint, createReportScript(setting), burst);
    await bot.stop();
    yield [
      row('reports', told.length, 'reports'),
      row('until the last receipt', seconds, 's'),
      ...countsOf(row, await checkStoredReports(setting, told)),
    ];
    await setting.remove();
  },
};

export const soak: Group = {
  name: 'soak',
  title: 'very many reports one after the other: all are saved once, and the memory stays as it is',
  takes: 'three minutes',
  async *measure({ soak: { reports, looks } }) {
    const row = createRows(`A soak of ${reports.toLocaleString('en-GB')} reports`);
    const setting = await createProductionEnvironment();
    const bot = await startServer(setting);
    const told: ReportResult[] = [];
    const seen: { readonly x: number; readonly memory: Memory }[] = [];
    for (let look = 0; look < looks; look += 1) {
      const part = await runReportLoad(
        bot.endpoint,
        20,
        createReportScript(setting),
        (begun) => begun < reports / looks,
      );
      told.push(...part.told);
      // Between the rounds, never in one.
      seen.push({ x: told.length, memory: await bot.memory() });
    }
    await bot.stop();
    // The first looks see the engine warm up.
    const settled = seen.slice(Math.ceil(looks / 4));
    const growth = (of: keyof Memory): number => slope(settled.map(({ x, memory }) => ({ x, y: memory[of] })));
    const last = seen.at(-1)?.memory;
    const mb = (bytes = Number.NaN): number => bytes / megabyte;
    yield [
      row('reports', told.length, 'reports'),
      ...countsOf(row, await checkStoredReports(setting, told)),
      row('heap after collection, at the end', mb(last?.heap), 'MB'),
      row('heap after collection, growth', growth('heap'), 'bytes/report', atMost(100)),
      row('outside the heap, growth', growth('outside'), 'bytes/report', atMost(100)),
      row('resident, before a collection, at the end', mb(last?.residentBefore), 'MB'),
      row('resident, highest', mb(Math.max(...seen.map(({ memory }) => memory.residentBefore))), 'MB', atMost(350)),
      row('resident, growth', growth('residentBefore'), 'bytes/report'),
    ];
    await setting.remove();
  },
};
