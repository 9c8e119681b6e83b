import type { App } from './app.ts';
import type { ServerSettings } from './config/server-settings.ts';
import { closeServer, listen, getPort } from './http/restify-server.ts';
import { type EventLog, silenceConsole } from './runtime/event-log.ts';
import type { Store } from '../core/ports/store.ts';

export interface RunningServer {
  readonly port: number;
  readonly healthPort: number | undefined;
  /** Takes no new turn, finishes running ones, then closes the store. Idempotent. */
  stop(): Promise<void>;
}

async function listenAll({ server, health }: App, { listen: listening }: ServerSettings): Promise<void> {
  await listen(server, listening.port, listening.host, ['HOST', 'PORT']);
  if (health === undefined || listening.health === undefined) return;
  try {
    await listen(health, listening.health.port, listening.health.host, ['HEALTH_HOST', 'HEALTH_PORT']);
  } catch (error) {
    server.server.close();
    throw error;
  }
}

/** Drops the console output of libraries. Rejects with StoreError or ListenAddressError. */
export async function startApp(
  app: App,
  settings: ServerSettings,
  store: Store,
  write: EventLog,
): Promise<RunningServer> {
  const log: EventLog = (event) => {
    app.recordEvent?.(event);
    write(event);
  };
  const restoreConsole = silenceConsole(log);
  try {
    await app.prepare();
    await listenAll(app, settings);
  } catch (error) {
    restoreConsole();
    throw error;
  }
  app.scheduler.start();
  const port = getPort(app.server);
  const environment = settings.development ? 'development' : 'production';
  log({ event: 'started', port, environment, store: settings.store.kind });
  let stopping: Promise<void> | undefined;

  async function stopOnce(): Promise<void> {
    log({ event: 'stopping' });
    await Promise.all([closeServer(app.server), app.health && closeServer(app.health)]);
    await app.scheduler.stop();
    await store.close();
    restoreConsole();
    log({ event: 'stopped' });
  }

  return {
    port,
    healthPort: app.health && getPort(app.health),
    stop: () => (stopping ??= stopOnce()),
  };
}
