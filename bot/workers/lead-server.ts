import cluster from 'node:cluster';
import { createBareServer } from '../http/bare-server.ts';
import { mostHealthConnections, serveHealth } from '../http/health.ts';
import { closed, listen } from '../http/listening.ts';
import { serveMetrics } from '../http/serve-metrics.ts';
import { createEventCounts } from '../metrics/event-counts.ts';
import { createEventLog, type EventLog, thrownName } from '../running/event-log.ts';
import { SettingsError } from '../settings/settings-error.ts';
import { type LeadSettings, mayStartProcesses } from '../settings/workers.ts';
import { createHealthOfAll } from './health-of-all.ts';
import { createWorkers } from './workers.ts';

/** The program that each process runs: the one of this process, with other arguments. */
export interface Program {
  readonly args: readonly string[];
  readonly environment: 'production' | 'development';
}

/**
 * Looks after the processes of a server: starts them, asks them about their health and their numbers, and ends them.
 * Serves nobody itself, and opens no store and no key. Settles once they serve, or have failed. Rejects with AddressError
 * where the health checks cannot have their address, and with SettingsError where Node lets it start no process.
 */
export async function leadServer(settings: LeadSettings, { args, environment }: Program): Promise<void> {
  if (!mayStartProcesses()) throw new SettingsError(['WORKERS'], { WORKERS: '1, or Node with --allow-child-process' });
  const clock = () => new Date();
  const counts = createEventCounts(clock);
  const write = createEventLog((line) => process.stdout.write(line), clock);
  const log: EventLog = (event) => {
    counts.noticed(event);
    write(event);
  };
  process.once('uncaughtException', (error) => {
    log({ event: 'crashed', thrown: thrownName(error) });
    process.exit(1);
  });
  cluster.setupPrimary({ args: [...args] });
  const count = settings.workers;
  const say = (sentence: string): void => void process.stderr.write(sentence);
  const workers = createWorkers({ count, log, say, onCounted: counts.add });
  const isTold = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => isTold.resolve());
  void isTold.promise.then(workers.stop);

  const start = await workers.start();
  if (start.kind === 'failed') process.exitCode = start.code;
  if (start.kind !== 'listening') return;
  const { health: at } = settings.listening;
  const health = at && createBareServer({ log, maxConnections: mostHealthConnections });
  if (at && health) {
    const all = createHealthOfAll({ count, serving: workers.serving, totals: counts.totals });
    serveHealth(health, all);
    if (settings.metrics) serveMetrics(health, all.numbers);
    try {
      await listen(health, at.port, at.host, ['HEALTH_HOST', 'HEALTH_PORT']);
    } catch (error) {
      await workers.stop();
      throw error;
    }
  }
  log({ event: 'started', port: start.port, environment, store: settings.store, workers: count });
  void end();

  async function end(): Promise<void> {
    await isTold.promise;
    log({ event: 'stopping' });
    await workers.stop();
    if (health) await closed(health);
    log({ event: 'stopped' });
  }
}
