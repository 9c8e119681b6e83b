import type { AddressInfo } from 'node:net';
import type { App } from './app.ts';
import type { Config } from './config.ts';
import type { EventLog } from './event-log.ts';
import type { Store } from '../concerns/ports/store.ts';

/** A server that listens and the work that comes back by itself. */
export interface Running {
  readonly port: number;
  /** Takes no new turn, finishes those under way and the alerts that are held, then closes the store. Again does nothing. */
  stop(): Promise<void>;
}

/** Open connections get this long to finish their turns, in milliseconds; a turn gives up before. */
const patienceMs = 10_000;

/** Makes the app ready and listens. Rejects when the store or the address is not to be had. */
export async function run(app: App, config: Config, store: Store, log: EventLog): Promise<Running> {
  await app.prepare();
  const { server } = app.server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.PORT, config.HOST, () => resolve());
  });
  app.schedule.start();
  const port = portOf(server.address());
  log({ event: 'started', port, environment: config.CANDOUR_ENVIRONMENT, store: config.STORE ?? 'sqlite' });
  let stopping: Promise<void> | undefined;

  async function stopOnce(): Promise<void> {
    log({ event: 'stopping' });
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const impatient = setTimeout(() => server.closeAllConnections(), patienceMs);
    await closed;
    clearTimeout(impatient);
    await app.schedule.stop();
    await store.close();
    log({ event: 'stopped' });
  }

  return {
    port,
    stop: () => (stopping ??= stopOnce()),
  };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
