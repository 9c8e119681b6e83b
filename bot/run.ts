import type { AddressInfo } from 'node:net';
import type { App } from './app.ts';
import { type Config, ConfigError } from './config.ts';
import type { EventLog } from './event-log.ts';
import { silenceConsole } from './silent-console.ts';
import type { Store } from '../concerns/ports/store.ts';

/** A server that listens and the work that comes back by itself. */
export interface Running {
  readonly port: number;
  /** Takes no new turn, finishes those under way and the alerts that are held, then closes the store. Again does nothing. */
  stop(): Promise<void>;
}

/** Open connections get this long to finish their turns, in milliseconds; a turn gives up before. */
const patienceMs = 10_000;

async function listen(app: App, config: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    // restify hands on the errors of its server, and one that nobody listens for ends the process.
    app.server.once('error', () => reject(new ConfigError(['HOST', 'PORT'])));
    app.server.server.listen(config.PORT, config.HOST, () => resolve());
  });
}

/**
 * Makes the app ready and listens. While it runs, what libraries write to the console is dropped. Rejects with
 * StoreError when the store is not to be had, ConfigError when the address is not.
 */
export async function run(app: App, config: Config, store: Store, log: EventLog): Promise<Running> {
  const { server } = app.server;
  const endSilence = silenceConsole(log);
  try {
    await app.prepare();
    await listen(app, config);
  } catch (error) {
    endSilence();
    throw error;
  }
  app.schedule.start();
  const port = portOf(server.address());
  log({ event: 'started', port, environment: config.CANDOUR_ENVIRONMENT, store: config.STORE ?? 'sqlite' });
  let stopping: Promise<void> | undefined;

  async function stopOnce(): Promise<void> {
    log({ event: 'stopping' });
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // A connection that is kept alive is only idle once its turn is answered.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const impatient = setTimeout(() => server.closeAllConnections(), patienceMs);
    await closed;
    clearInterval(idle);
    clearTimeout(impatient);
    await app.schedule.stop();
    await store.close();
    endSilence();
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
