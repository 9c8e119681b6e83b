import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ensureDevelopmentKeys } from '../../development/development-keys.ts';
import { loadDevelopmentSettings } from '../../development/development-settings.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import type { Connector } from '../fakes/connector.ts';
import type { Entra } from '../fakes/entra.ts';
import type { ReachableBot } from '../support/journeys/teams-client.ts';
import { dumpCore, withCoreLimit } from './core-dump.ts';
import { childEnvironment } from '../support/child-environment.ts';

/** The server in a process of its own, with an environment and a temporary folder of its own beneath a folder. */
export interface BotProcess extends ReachableBot {
  readonly pid: number;
  /** Everything that it printed. */
  readonly printed: () => string;
  /** What makes the tokens of its tab, for the people of development. */
  readonly entra: Pick<Entra, 'token'>;
  /** Where the keys of the groups lie, one file each, which it never reads. */
  readonly keys: string;
  /** Has what nothing holds any more collected. */
  collect(): Promise<void>;
  /** What is alive in its memory, as a heap snapshot. */
  heap(): Promise<string>;
  /** Has every report from now on wait before the store, for ever. Settles once one waits there. */
  holdNext(): Promise<void>;
  /** Ends it as a fault does. The path of its core file, `undefined` where the kernel puts none beside it. */
  dump(): Promise<string | undefined>;
  /** Ends it, in its own time or at once. Settles when it is gone. */
  stop(how?: 'kill'): Promise<void>;
}

/** Starts the server on whatever stands in the folder. Settles once it listens. */
export async function startBotProcess(folder: string, connector: Connector): Promise<BotProcess> {
  for (const name of ['tmp', 'data', 'cores']) mkdirSync(join(folder, name), { recursive: true });
  // As in production it is given public lines: no private key passes through it.
  const { recipients } = await ensureDevelopmentKeys(join(folder, 'keys'));
  const environment = {
    CANDOUR_ENVIRONMENT: 'development',
    PORT: '0',
    SQLITE_PATH: join(folder, 'data', 'candour.db'),
    ALERT_SERVICE_URL: connector.serviceUrl,
    TMPDIR: join(folder, 'tmp'),
    RECIPIENTS_ACU: recipients.acu.join(' '),
    RECIPIENTS_RECOVERY: recipients.recovery.join(' '),
    RECIPIENTS_RESERVE: recipients.reserve.join(' '),
    RECIPIENTS_CUSTODIANS: recipients.custodians.join(' '),
  };
  const served = ['--no-warnings', fileURLToPath(new URL('./served-bot.ts', import.meta.url))];
  const [command, ...given] = withCoreLimit([process.execPath, ...served]);
  const child: ChildProcess = spawn(command, given, {
    cwd: join(folder, 'cores'),
    env: { ...childEnvironment, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  const ask = async (message: string): Promise<unknown> => {
    const answer = once(child, 'message');
    child.send(message);
    const [said] = await answer;
    return said;
  };
  const [port] = await once(child, 'message');
  const origin = `http://127.0.0.1:${port}`;
  async function token(objectId: string): Promise<string> {
    const [person] = Object.entries(developmentPeople).find(([, id]) => id === objectId) ?? [];
    const body = JSON.stringify({ person });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${origin}/development/token`, { method: 'POST', headers, body });
    return z.object({ token: z.string() }).parse(await answer.json()).token;
  }
  return {
    entra: { token: ({ objectId }) => token(objectId) },
    pid: child.pid ?? 0,
    printed: () => printed,
    keys: join(folder, 'keys'),
    endpoint: () => `${origin}/api/messages`,
    authorization: () => Promise.resolve(''),
    settings: loadDevelopmentSettings(environment),
    connector,
    clock: {
      now: () => new Date(),
      monotonic: () => performance.now(),
      forward: () => undefined,
      set: () => undefined,
    },
    async collect() {
      await ask('collect');
    },
    async heap() {
      const snapshot = String(await ask(join(folder, 'heap.heapsnapshot')));
      const heap = readFileSync(snapshot, 'latin1');
      rmSync(snapshot);
      return heap;
    },
    async holdNext() {
      await ask('hold');
    },
    async dump() {
      const ended = once(child, 'exit');
      const core = dumpCore(child, join(folder, 'cores'));
      await ended;
      return core();
    },
    async stop(how) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      if (how === 'kill') child.kill('SIGKILL');
      else child.send('stop');
      await ended;
    },
  };
}
