import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Connector, startConnector } from '../fakes/connector.ts';
import { assertAbsent } from '../support/journeys/canary.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { type MarkedReport, submitMarkedReport } from './marked-report.ts';
import { countMarkInMemory } from './process-memory.ts';
import { type BotProcess, startBotProcess } from './bot-process.ts';
import { isLong, createTally } from './tally.ts';
import { readFiles, marksFor } from './traces.ts';

const seen = createTally('leaks, a process of its own');
const afterReceiptMs = isLong ? 60_000 : 0;

let folder: string;
let connector: Connector;
let bot: BotProcess;
beforeEach(async () => {
  folder = createTemporaryFolder();
  connector = await startConnector();
  bot = await startBotProcess(folder, connector);
});
afterEach(async () => {
  await bot.stop('kill');
  await connector.stop();
  rmSync(folder, { recursive: true, force: true });
});

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
    const { pid } = bot;
    const look = ({ secrets, identity }: MarkedReport): void => {
      const marks = [...secrets, ...identity];
      if (process.platform === 'linux') assertAbsent('the process', openly(pid), marks);
      assertAbsent('what it printed', bot.printed(), marks);
      const [, , , conversation = ''] = identity;
      for (const { place, text } of readFiles(folder)) assertAbsent(place, text, marksFor(place, marks, conversation));
      expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
      seen.add('looks');
    };
    const marked = await submitMarkedReport(bot, { mode: 'notKept', language: 'en' }, look);
    look(marked);

    // A finding, not a bar: what passes through a process stays in its memory until that is used for something else.
    await wait(afterReceiptMs);
    await bot.collect();
    const [mark = '', code = ''] = marked.secrets;
    const [person = ''] = marked.identity;
    const looked = Object.entries({ 'the words': mark, 'the return code': code, 'the name': person });
    for (const [name, one] of looked) {
      const inMemory = process.platform === 'linux' ? countMarkInMemory(pid, one) : undefined;
      seen.add(`times ${name} in memory`, inMemory ?? 0);
    }
    const heap = await bot.heap();
    expect(heap.length).toBeGreaterThan(1_000_000);
    for (const [name, one] of looked) {
      seen.add(`strings with ${name} in the heap snapshot`, heap.split(one).length - 1);
    }
  });
});
