import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../bot/config.ts';
import { developmentSettings } from '../../bot/development/development-settings.ts';
import { type Connector, startConnector } from '../fakes/connector.ts';
import { expectNowhereIn } from '../journeys/canary.ts';
import type { ReachableBot } from '../journeys/teams-client.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { type MarkedReport, markedReport } from './marked-report.ts';
import { countInMemory } from './process-memory.ts';
import { isLong, tally } from './tally.ts';
import { filesIn } from './traces.ts';

const seen = tally('leaks, a process of its own');
const afterReceiptMs = isLong ? 60_000 : 0;

let folder: string;
let connector: Connector;
let child: ChildProcess;
let printed: string;
beforeEach(async () => {
  folder = temporaryFolder();
  connector = await startConnector();
  printed = '';
});
afterEach(async () => {
  const ended = child.exitCode === null ? once(child, 'exit') : undefined;
  child.kill('SIGKILL');
  await ended;
  await connector.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(message: string): Promise<unknown> {
  const answer = once(child, 'message');
  child.send(message);
  const [said] = await answer;
  return said;
}

/** The server with an environment and a temporary folder of its own. */
async function serve(): Promise<ReachableBot> {
  mkdirSync(join(folder, 'tmp'));
  mkdirSync(join(folder, 'data'));
  const environment = {
    CANDOUR_ENVIRONMENT: 'development',
    PORT: '0',
    SQLITE_PATH: join(folder, 'data', 'candour.db'),
    ALERT_SERVICE_URL: connector.serviceUrl,
    TMPDIR: join(folder, 'tmp'),
  };
  child = fork(new URL('./served-bot.ts', import.meta.url), {
    execArgv: ['--no-warnings'],
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  const [port] = await once(child, 'message');
  return {
    endpoint: () => `http://127.0.0.1:${port}/api/messages`,
    authorization: () => Promise.resolve(''),
    config: loadConfig(developmentSettings(environment)),
    connector,
    clock: { now: () => new Date(), forward: () => undefined },
  };
}

/** What anybody on the machine may see of a process: how it was started, and the names of what it has open. */
function openly(pid: number): string {
  const names = readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`);
    } catch {
      return '';
    }
  });
  const read = (what: string): string => readFileSync(`/proc/${pid}/${what}`, 'latin1');
  return [read('cmdline'), read('environ'), read('maps'), ...names].join('\n');
}

describe('a server in a process of its own', () => {
  it('shows nothing in what it prints, its files, its command line, its environment and what it has open', async () => {
    const bot = await serve();
    const pid = child.pid ?? 0;
    const look = ({ secrets, identity }: MarkedReport): void => {
      const marks = [...secrets, ...identity];
      if (process.platform === 'linux') expectNowhereIn('the process', openly(pid), marks);
      expectNowhereIn('what it printed', printed, marks);
      for (const { place, text } of filesIn(folder)) expectNowhereIn(place, text, marks);
      expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
      seen.add('looks');
    };
    const marked = await markedReport(bot, { mode: 'notKept', language: 'en' }, look);
    look(marked);

    // A finding, not a bar: what passes through a process stays in its memory until that is used for something else.
    await wait(afterReceiptMs);
    await ask('collect');
    const [mark = '', code = ''] = marked.secrets;
    const [person = ''] = marked.identity;
    const looked = Object.entries({ 'the words': mark, 'the return code': code, 'the name': person });
    for (const [name, one] of looked) {
      const inMemory = process.platform === 'linux' ? countInMemory(pid, one) : undefined;
      seen.add(`times ${name} in memory`, inMemory ?? 0);
    }
    const snapshot = String(await ask(join(folder, 'heap.heapsnapshot')));
    const heap = readFileSync(snapshot, 'latin1');
    expect(heap.length).toBeGreaterThan(1_000_000);
    for (const [name, one] of looked) {
      seen.add(`strings with ${name} in the heap snapshot`, heap.split(one).length - 1);
    }
    rmSync(snapshot);
  }, 180_000);
});
