import { startBotProcess } from '../bot-process.ts';
import { quantile } from '../figures.ts';
import { reportWhile } from '../many-reports.ts';
import { stepsOfAReport } from '../one-report.ts';
import { atMost, type Row, rowsOf } from '../row.ts';
import type { Scale } from '../scale.ts';
import { newSetting } from '../setting.ts';

const shares = [0.5, 0.95, 0.99] as const;

/** How long each step takes, and the last, for few and many people at a time. */
export async function measureLatency(scale: Scale): Promise<readonly Row[]> {
  const row = rowsOf('Time of a step, from the request to the end of its answer');
  const setting = await newSetting();
  const bot = await startBotProcess('candour', setting.environment);
  const steps = stepsOfAReport();
  await reportWhile(bot.endpoint, 20, steps, (begun) => begun < scale.latencyReports);
  const rows: Row[] = [];
  for (const people of scale.people) {
    const reports = people === 1 ? Math.ceil(scale.latencyReports / 3) : scale.latencyReports;
    const { told } = await reportWhile(bot.endpoint, people, steps, (begun) => begun < reports);
    const firsts = told.filter(({ opensConnection }) => opensConnection).flatMap(({ tookMs }) => tookMs[0] ?? []);
    rows.push(row(`${people} at a time, all connecting at once, p95`, quantile(firsts, 0.95), 'ms'));
    for (const [at, { name }] of steps.entries()) {
      const standing = told.filter(({ opensConnection }) => at > 0 || !opensConnection);
      const times = standing.flatMap(({ tookMs }) => tookMs[at] ?? []);
      for (const share of shares) {
        const goal = name === 'send' && people === 20 && share === 0.95 ? atMost(100) : undefined;
        rows.push(row(`${people} at a time, ${name}, p${share * 100}`, quantile(times, share), 'ms', goal));
      }
    }
  }
  await bot.stop();
  await setting.remove();
  return rows;
}
