import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { loopbackPort } from './loopback-port.ts';
import { developmentTeam } from './people.ts';
import { PlaygroundError } from './playground-error.ts';

const program = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
// Answered as soon as the configuration is read. Its own page's first request instead waits 15 s for an absent bot.
const ready = `_connector/v3/teams/${encodeURIComponent(developmentTeam.id)}`;
const before = ['loopback-only.mjs', 'own-machine-only.mjs', 'end-with-parent.mjs'].map(
  (file) => new URL(file, import.meta.url).href,
);

/** Where `playground.yml` stands: the force's roles as users, and the unit's team with its Alerts channel. */
export const playgroundConfigFolder = import.meta.dirname;

export interface Playground {
  /** Where a person opens it. */
  readonly url: string;
  /** Ends it. Resolves when it is gone; again does nothing. */
  stop(): Promise<void>;
}

export interface PlaygroundOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly botEndpoint: string;
  /** Holds `playground.yml`. */
  readonly configFolder: string;
  /** Milliseconds until it is given up; a minute where nothing is said. */
  readonly patience?: number;
}

/**
 * Starts Microsoft's Agents Playground on 127.0.0.1 only, with our people and our team, no telemetry and no log file.
 * It ends with this process. Rejects with a PlaygroundError when the port is taken, when it ends by itself, or when it
 * is not ready in time. The bot may start later: it is told of an installation when a page opens, not before.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const port = await loopbackPort(options.port, 'PLAYGROUND_PORT').catch(() => {
    throw new PlaygroundError('port-taken');
  });
  const url = `http://127.0.0.1:${port}`;
  const child = begin(port, url, options);
  const stop = () => end(child);
  const tooLate = AbortSignal.timeout(options.patience ?? 60_000);
  try {
    await Promise.race([untilReady(child, `${url}/${ready}`, tooLate), untilItMoved(child, port)]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

function begin(port: number, url: string, options: PlaygroundOptions): ChildProcess {
  const config = join(options.configFolder, 'playground.yml');
  const bot = ['-e', options.botEndpoint, '-c', 'msteams'];
  return fork(
    program,
    ['start', ...bot, '-p', `${port}`, '--service-url', `${url}/_connector`, '--disable-telemetry'],
    {
      cwd: options.configFolder,
      execArgv: before.flatMap((file) => ['--import', file]),
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
      // Nothing of ours: no setting of the bot, no proxy between two addresses of one machine.
      env: {
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
        // It deletes what stands at this path and writes activities there. Beneath a file it can do neither.
        M365_AGENTS_PLAYGROUND_LOGFILE: join(config, 'no-log'),
        SEND_INSTALLATION_ACTIVITY: 'true',
        TEAMSAPPTESTER_BROWSER: 'none',
      },
    },
  );
}

async function untilReady(child: ChildProcess, address: string, tooLate: AbortSignal): Promise<void> {
  while (!tooLate.aborted) {
    if (hasEnded(child)) throw new PlaygroundError('ended');
    const answer = await fetch(address, { signal: tooLate }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await wait(50);
  }
  throw new PlaygroundError('not-ready');
}

/** Never resolves. Rejects when it took another port than it was given, as it does when somebody was quicker. */
const untilItMoved = (child: ChildProcess, port: number): Promise<never> =>
  new Promise((_, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const said = /Listening on (\d+)/.exec(text)?.[1];
      if (said !== undefined && said !== `${port}`) reject(new PlaygroundError('port-taken'));
    });
  });

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await gone;
  clearTimeout(kill);
}
