import { setImmediate } from 'node:timers/promises';
import type { CaseId } from '../../../core/model/case-id.ts';
import { type AlertSink, startAlertSink } from '../alert-sink.ts';
import { median, quantile } from '../statistics.ts';
import type { Group } from '../group.ts';
import { startBotProcess } from '../child-process.ts';
import { runReportLoad } from '../report-load.ts';
import { atMost, createRows } from '../row.ts';
import { createDevelopmentEnvironment, type BenchEnvironment } from '../environment.ts';
import { createReportScript } from '../report-script.ts';

const patienceMs = 300_000;
const urgent = createReportScript({ risk: 'yes' });

/** Settles when the bot has written down that a post failed. Throws if it does not in time. */
async function failureIsNoted(setting: BenchEnvironment, caseId: CaseId): Promise<void> {
  const store = setting.openStore();
  const end = performance.now() + patienceMs;
  for (;;) {
    const alert = (await store.outbox.read(caseId))?.value;
    if (alert !== undefined && alert.attempts > 0 && alert.leasedUntil === undefined) break;
    if (performance.now() > end) throw new Error('the failed post was not noted');
    await setImmediate();
  }
  await store.close();
}

/** One urgent report whose bot is killed when its alert has failed or hangs; how long the next bot takes, in milliseconds. */
async function alertAfterKill(setting: BenchEnvironment, sink: AlertSink, weather: 'down' | 'silent'): Promise<number> {
  const first = await startBotProcess('candour', setting.environment);
  sink.setState(weather);
  const { told } = await runReportLoad(first.endpoint, 1, urgent, (begun) => begun < 1);
  const [caseId] = told.flatMap((one) => one.caseId ?? []);
  if (caseId === undefined) return Number.NaN;
  await sink.waitForArrivals(caseId, patienceMs);
  if (weather === 'down') await failureIsNoted(setting, caseId);
  await first.kill();
  sink.setState('open');
  const began = performance.now();
  const next = await startBotProcess('candour', setting.environment);
  await sink.waitForArrivals(caseId, patienceMs);
  await next.stop();
  return (sink.arrivals.get(caseId) ?? Number.NaN) - began;
}

export const alerts: Group = {
  name: 'alerts',
  title: 'from the receipt of an urgent report to its alert, and after the bot was killed in between',
  takes: 'a minute',
  async *measure(scale) {
    const row = createRows('From the receipt of an urgent report to its alert');
    const sink = await startAlertSink();
    const setting = await createDevelopmentEnvironment({ ALERT_SERVICE_URL: sink.serviceUrl });
    const bot = await startBotProcess('candour', setting.environment);
    const { told } = await runReportLoad(bot.endpoint, 5, urgent, (begun) => begun < scale.alerts);
    for (const { caseId } of told) if (caseId) await sink.waitForArrivals(caseId, patienceMs);
    await bot.stop();
    const waits = told.map(({ caseId, at }) => Math.max(0, ((caseId && sink.arrivals.get(caseId)) ?? Number.NaN) - at));
    yield [
      row('alerts', waits.filter((ms) => !Number.isNaN(ms)).length, 'alerts'),
      row('p50', median(waits), 'ms'),
      row('p95', quantile(waits, 0.95), 'ms', atMost(1_000)),
    ];
    const afterKill: number[] = [];
    for (let kill = 0; kill < scale.kills; kill += 1) afterKill.push(await alertAfterKill(setting, sink, 'down'));
    yield [row('killed after a failed post, from the new start', median(afterKill), 'ms')];
    if (!scale.isQuick) {
      const ms = await alertAfterKill(setting, sink, 'silent');
      yield [row('killed in the middle of a post, from the new start: its lease runs out', ms, 'ms')];
    }
    await sink.stop();
    await setting.remove();
  },
};
