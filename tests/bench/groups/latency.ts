import { quantile } from '../figures.ts';
import { reportWhile } from '../many-reports.ts';
import { wayOfAReport } from '../one-report.ts';
import { newProduction } from '../production.ts';
import { atMost, type Row, rowsOf } from '../row.ts';
import type { Scale } from '../scale.ts';
import { startServer, today } from '../server-process.ts';

const shares = [0.5, 0.95, 0.99] as const;

/** How long each step takes by production's door, and the last, for few and many people at a time. */
export async function measureLatency(scale: Scale): Promise<readonly Row[]> {
  const row = rowsOf('Time of a step, from the request to the end of its answer');
  const production = await newProduction();
  const bot = await startServer(today, production.folder, production.environment);
  const way = wayOfAReport(production.door);
  await reportWhile(bot.endpoint, 20, way, (begun) => begun < scale.latencyReports);
  const rows: Row[] = [];
  for (const people of scale.people) {
    const reports = people === 1 ? Math.ceil(scale.latencyReports / 3) : scale.latencyReports;
    const { told } = await reportWhile(bot.endpoint, people, way, (begun) => begun < reports);
    const firsts = told.filter(({ opensConnection }) => opensConnection).flatMap(({ tookMs }) => tookMs[0] ?? []);
    rows.push(row(`${people} at a time, all connecting at once, p95`, quantile(firsts, 0.95), 'ms'));
    for (const [at, { name }] of way.steps.entries()) {
      const standing = told.filter(({ opensConnection }) => at > 0 || !opensConnection);
      const times = standing.flatMap(({ tookMs }) => tookMs[at] ?? []);
      for (const share of shares) {
        const goal = name === 'send' && people === 20 && share === 0.95 ? atMost(40) : undefined;
        rows.push(row(`${people} at a time, ${name}, p${share * 100}`, quantile(times, share), 'ms', goal));
      }
    }
  }
  await bot.stop();
  await production.remove();
  return rows;
}
