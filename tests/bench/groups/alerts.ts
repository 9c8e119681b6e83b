import { setImmediate } from 'node:timers/promises';
import type { CaseId } from '../../../concerns/terms/case-id.ts';
import { type AlertSink, startAlertSink } from '../alert-sink.ts';
import { startBotProcess } from '../bot-process.ts';
import { chatDoor } from '../door.ts';
import { median, quantile } from '../figures.ts';
import { reportWhile } from '../many-reports.ts';
import { report, wayOfAReport } from '../one-report.ts';
import { atMost, type Row, rowsOf } from '../row.ts';
import type { Scale } from '../scale.ts';
import { newSetting, type Setting } from '../setting.ts';
import { openWire } from '../wire.ts';

const patienceMs = 300_000;
const urgent = wayOfAReport(chatDoor, 'yes');

/** Settles when the bot has written down that a post failed. Throws where it does not in time. */
async function failureIsNoted(setting: Setting, caseId: CaseId): Promise<void> {
  const store = setting.openStore();
  const noted = async (): Promise<boolean> => {
    const alert = (await store.outbox.read(caseId))?.value;
    return alert !== undefined && alert.attempts > 0 && alert.leasedUntil === undefined;
  };
  const end = performance.now() + patienceMs;
  while (!(await noted())) {
    if (performance.now() > end) throw new Error('the failed post was not noted');
    await setImmediate();
  }
  await store.close();
}

/** One urgent report whose bot is killed when its alert has failed or hangs; how long the next bot takes, in milliseconds. */
async function alertAfterKill(setting: Setting, sink: AlertSink, weather: 'down' | 'silent'): Promise<number> {
  const first = await startBotProcess('candour', setting.environment);
  sink.be(weather);
  const wire = openWire(first.endpoint);
  const { caseId } = await report(wire, urgent);
  wire.close();
  if (caseId === undefined) return Number.NaN;
  await sink.reached(caseId, patienceMs);
  if (weather === 'down') await failureIsNoted(setting, caseId);
  await first.kill();
  sink.be('open');
  const began = performance.now();
  const next = await startBotProcess('candour', setting.environment);
  await sink.reached(caseId, patienceMs);
  await next.stop();
  return (sink.arrivals.get(caseId) ?? Number.NaN) - began;
}

/** From the receipt to the alert in the channel, and after the bot was killed in between. */
export async function measureAlerts(scale: Scale): Promise<readonly Row[]> {
  const row = rowsOf('From the receipt of an urgent report to its alert');
  const sink = await startAlertSink();
  const setting = await newSetting({ ALERT_SERVICE_URL: sink.serviceUrl });
  const bot = await startBotProcess('candour', setting.environment);
  const { told } = await reportWhile(bot.endpoint, 5, urgent, (begun) => begun < scale.alerts);
  for (const { caseId } of told) if (caseId) await sink.reached(caseId, patienceMs);
  await bot.stop();
  const waits = told.map(({ caseId, at }) => Math.max(0, ((caseId && sink.arrivals.get(caseId)) ?? Number.NaN) - at));
  const afterKill: number[] = [];
  for (let kill = 0; kill < scale.kills; kill += 1) afterKill.push(await alertAfterKill(setting, sink, 'down'));
  const inPost = scale.kills > 1 ? [await alertAfterKill(setting, sink, 'silent')] : [];
  await sink.stop();
  await setting.remove();
  return [
    row('alerts', waits.filter((ms) => !Number.isNaN(ms)).length, 'alerts'),
    row('p50', median(waits), 'ms'),
    row('p95', quantile(waits, 0.95), 'ms', atMost(1_000)),
    row('killed after a failed post, from the new start', median(afterKill), 'ms'),
    ...inPost.map((ms) => row('killed in the middle of a post, from the new start: its lease runs out', ms, 'ms')),
  ];
}
