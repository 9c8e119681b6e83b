import { quantile } from '../statistics.ts';
import type { Group } from '../group.ts';
import { startServer } from '../child-process.ts';
import { runReportLoad } from '../report-load.ts';
import { atMost, createRows } from '../row.ts';
import { createProductionEnvironment } from '../environment.ts';
import { stepNames, createReportScript } from '../report-script.ts';

const shares = [0.5, 0.95, 0.99] as const;

export const latency: Group = {
  name: 'latency',
  title: 'how long each step takes in production, for few and many people at a time',
  takes: 'half a minute',
  async *measure({ latency }) {
    const row = createRows('Time of a step, from the request to the end of its answer');
    const production = await createProductionEnvironment();
    const bot = await startServer(production);
    const way = createReportScript({ door: production.door });
    await runReportLoad(bot.endpoint, 20, way, (begun) => begun < latency.reports);
    for (const people of latency.people) {
      const reports = people === 1 ? Math.ceil(latency.reports / 3) : latency.reports;
      const { told } = await runReportLoad(bot.endpoint, people, way, (begun) => begun < reports);
      const opening = told.filter(({ opensConnection }) => opensConnection).flatMap(({ tookMs }) => tookMs[0] ?? []);
      yield [
        row(`${people} at a time, all connecting at once, p95`, quantile(opening, 0.95), 'ms'),
        ...stepNames.flatMap((name, at) => {
          const onKept = told.filter(({ opensConnection }) => at > 0 || !opensConnection);
          const times = onKept.flatMap(({ tookMs }) => tookMs[at] ?? []);
          return shares.map((share) => {
            const goal = name === 'send' && people === 20 && share === 0.95 ? atMost(40) : undefined;
            return row(`${people} at a time, ${name}, p${share * 100}`, quantile(times, share), 'ms', goal);
          });
        }),
      ];
    }
    await bot.stop();
    await production.remove();
  },
};
