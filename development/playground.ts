import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreeLoopbackPort } from './loopback-port.ts';
import { developmentTeam } from './development-tenant.ts';

const playgroundProgram = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
// Answered once the configuration is read; the Playground's page waits 15 s for an absent bot.
const readyPath = `_connector/v3/teams/${encodeURIComponent(developmentTeam.id)}`;
const preloadModuleUrls = ['listen-on-loopback.mjs', 'reject-remote-requests.mjs', 'exit-with-parent.mjs'].map(
  (file) => new URL(file, import.meta.url).href,
);

export const playgroundConfigFolder = import.meta.dirname;

export interface Playground {
  readonly url: string;
  /** Resolves when it has ended; again does nothing. */
  stop(): Promise<void>;
}

interface PlaygroundOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly botEndpoint: string;
  /** Holds `playground.yml`. */
  readonly configFolder: string;
  /** Milliseconds until it is given up; a minute if missing. */
  readonly timeoutMs?: number;
}

/**
 * Starts Microsoft's Agents Playground on 127.0.0.1 only, with our people and team, no telemetry and no log file, until
 * this process ends. Rejects with PlaygroundError if the port is taken, it ends by itself, or it is not ready in time.
 * The bot may start later.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const port = await findFreeLoopbackPort(options.port, 'PLAYGROUND_PORT').catch(() => {
    throw new PlaygroundError('port-taken');
  });
  const url = `http://127.0.0.1:${port}`;
  const child = spawnPlayground(port, url, options);
  const stop = () => terminate(child);
  const tooLate = AbortSignal.timeout(options.timeoutMs ?? 60_000);
  try {
    await Promise.race([waitUntilReady(child, `${url}/${readyPath}`, tooLate), waitForPortChange(child, port)]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

function spawnPlayground(port: number, url: string, options: PlaygroundOptions): ChildProcess {
  const config = join(options.configFolder, 'playground.yml');
  const bot = ['-e', options.botEndpoint, '-c', 'msteams'];
  return fork(
    playgroundProgram,
    ['start', ...bot, '-p', `${port}`, '--service-url', `${url}/_connector`, '--disable-telemetry'],
    {
      cwd: options.configFolder,
      execArgv: preloadModuleUrls.flatMap((file) => ['--import', file]),
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
      // No proxy between two addresses of one machine.
      env: {
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
        // It deletes the file at this path and writes there. Beneath a file it can do neither.
        M365_AGENTS_PLAYGROUND_LOGFILE: join(config, 'no-log'),
        SEND_INSTALLATION_ACTIVITY: 'true',
        TEAMSAPPTESTER_BROWSER: 'none',
      },
    },
  );
}

async function waitUntilReady(child: ChildProcess, address: string, tooLate: AbortSignal): Promise<void> {
  while (!tooLate.aborted) {
    if (hasEnded(child)) throw new PlaygroundError('ended');
    const answer = await fetch(address, { signal: tooLate }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await wait(50);
  }
  throw new PlaygroundError('not-ready');
}

/** Rejects if it took another port because this one was taken meanwhile; never resolves. */
const waitForPortChange = (child: ChildProcess, port: number): Promise<never> =>
  new Promise((_, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const reportedPort = /Listening on (\d+)/.exec(text)?.[1];
      if (reportedPort !== undefined && reportedPort !== `${port}`) reject(new PlaygroundError('port-taken'));
    });
  });

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function terminate(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await gone;
  clearTimeout(kill);
}

type PlaygroundErrorCode = 'port-taken' | 'ended' | 'not-ready';

const sentences: Readonly<Record<PlaygroundErrorCode, string>> = {
  'port-taken':
    'Another program already listens on PLAYGROUND_PORT: stop that program, or set another port, for example in the file .env.',
  ended:
    'The Agents Playground ended before it was ready: development/playground.yml must name five users and one more channel.',
  'not-ready':
    'The Agents Playground was not ready within a minute: check what else keeps this machine busy, and start again.',
};

/** The code fixes the message. */
export class PlaygroundError extends Error {
  readonly code: PlaygroundErrorCode;
  constructor(code: PlaygroundErrorCode) {
    super(sentences[code]);
    this.name = 'PlaygroundError';
    this.code = code;
  }
}
