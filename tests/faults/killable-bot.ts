import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { loadDevelopmentSettings } from '../../development/development-settings.ts';
import type { Connector } from '../fakes/connector.ts';
import { createMovableClock } from '../support/journeys/movable-clock.ts';
import type { ReachableBot } from '../support/journeys/teams-client.ts';
import { childEnvironment } from '../support/child-environment.ts';

/** A bot in another process, which can be killed and started again at any moment. */
export interface KillableBot extends ReachableBot {
  /** Settles once it listens, though the store be away for a while. Rejects where the process ends before. */
  start(): Promise<void>;
  /** Ends it at once, wherever it is: SIGKILL. Settles when it is gone. */
  kill(): Promise<void>;
  /** Settles at once where it listens, else when it does again. */
  readonly listen: () => Promise<void>;
}

const lineSchema = z.looseObject({ event: z.string(), port: z.number().optional() });
/** How a start ends whose store is away, and how often it is tried again. */
const storeAway = 69;
const mostStarts = 10;
/** Longer than a lease, so that the next process takes up at once what a killed one held. */
const aheadAtEachStartMs = 61_000;

/** A bot that is not started yet. It is development's, by the chat door. */
export function createKillableBot(options: {
  readonly environment: Readonly<Record<string, string>>;
  readonly connector: Connector;
}): KillableBot {
  const { connector, environment } = options;
  const settings = loadDevelopmentSettings(environment);
  let child: ChildProcess | undefined;
  let ahead = 0;
  let port = 0;
  let up = Promise.withResolvers<void>();
  /** Starts a process once. Its port, or nothing where the store was away. */
  async function startOnce(): Promise<number | undefined> {
    const started = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'bot-process.ts')], {
      env: { ...childEnvironment, ...environment, CLOCK_AHEAD_MS: String(ahead) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = started;
    ahead += aheadAtEachStartMs;
    return await new Promise((resolve, reject) => {
      createInterface({ input: started.stdout }).on('line', (text) => {
        const line = lineSchema.parse(JSON.parse(text));
        if (line.event === 'started') resolve(line.port ?? 0);
      });
      started.once('exit', (code) => {
        if (code === storeAway && child === started) resolve(undefined);
        else reject(new Error('the process ended before it listened'));
      });
    });
  }

  return {
    settings,
    connector,
    clock: createMovableClock(Date.now()),
    endpoint: () => `http://127.0.0.1:${port}/api/messages`,
    authorization: async () => '',
    listen: () => up.promise,
    async start() {
      // Whoever starts a server tries again where its store was away: here that is a process that is too busy.
      for (let tries = 0; tries < mostStarts; tries += 1) {
        const listensAt = await startOnce();
        if (listensAt === undefined) continue;
        port = listensAt;
        up.resolve();
        return;
      }
      throw new Error('no start found its store');
    },
    async kill() {
      if (child === undefined || child.exitCode !== null) return;
      const gone = child;
      child = undefined;
      up = Promise.withResolvers<void>();
      const ended = once(gone, 'close');
      gone.kill('SIGKILL');
      await ended;
    },
  };
}
