import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '../support/journeys/wait-for.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

const module = new URL('./busy-machine.ts', import.meta.url).href;
const begun: ChildProcess[] = [];
const left: number[] = [];
const folder = createTemporaryFolder();
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  for (const child of begun.splice(0)) child.kill('SIGKILL');
  for (const pid of left.splice(0)) if (isThere(pid)) process.kill(pid, 'SIGKILL');
});

/** A process that has two keep the machine busy while a third does `work`. */
function beginBusy(work: string): { readonly child: ChildProcess; readonly ended: Promise<unknown[]> } {
  const code = `
    import { spawn } from 'node:child_process';
    import { withBusyMachine } from ${JSON.stringify(module)};
    process.exitCode = await withBusyMachine(2, () => spawn(process.execPath, ['-e', ${JSON.stringify(work)}], { stdio: 'ignore' }));`;
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', code], { stdio: 'ignore' });
  begun.push(child);
  return { child, ended: once(child, 'exit') };
}

/** The processes that a process has started and that are still there, as the system counts them. */
const childrenOf = (pid: number | undefined): readonly number[] =>
  readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/u.test(name)) return [];
    try {
      const after = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return after[1] === `${pid}` && after[0] !== 'Z' ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The two, and the work. */
const allOf = async (child: ChildProcess): Promise<readonly number[]> => {
  const all = await waitFor('three processes are there', () => {
    const found = childrenOf(child.pid);
    return found.length === 3 ? found : undefined;
  });
  left.push(...all);
  return all;
};

describe('a machine that is kept busy', () => {
  it.each([0, 3])('ends as the work does, with %i, and nothing stays', async (code) => {
    const go = join(folder, `${code}`);
    const look = `require('node:fs').existsSync(${JSON.stringify(go)}) && process.exit(${code})`;
    const { child, ended } = beginBusy(`setInterval(() => ${look}, 20)`);
    const all = await allOf(child);
    writeFileSync(go, '');
    expect(await ended).toEqual([code, null]);
    expect(all.filter(isThere)).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'leaves nobody turning where it is ended by %s',
    async (signal) => {
      const { child, ended } = beginBusy('process.stdin.resume(); setInterval(() => undefined, 1_000)');
      const all = await allOf(child);
      child.kill(signal);
      const [code, by] = await ended;
      expect(signal === 'SIGKILL' ? by : code).toBe(signal === 'SIGKILL' ? signal : 1);
      // Killed, it can hand nothing on: the work stays, as any work of somebody who was killed, and nobody turns.
      const most = signal === 'SIGKILL' ? 1 : 0;
      await waitFor('nobody turns', () => (all.filter(isThere).length <= most ? true : undefined));
    },
  );
});
