import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Turns until the one who started it is gone, however it went: a killed one can end nobody. */
const turning = `
  process.stdin.resume().once('end', () => process.exit()).once('error', () => process.exit());
  const turn = () => {
    for (const end = Date.now() + 50; Date.now() < end; );
    setImmediate(turn);
  };
  turn();`;

/**
 * Does work in another process beside `count` processes that keep every core busy, and gives the code that it ended
 * with, 1 where a signal ended it. They end with it, with a signal to this process, which it is handed as well, and with
 * this process itself.
 */
export async function withBusyMachine(count: number, begin: () => ChildProcess): Promise<number> {
  // Listened for before anything is started: a signal that comes in between would leave the others behind.
  const pass = (signal: NodeJS.Signals): void => void work.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  const busy = Array.from({ length: count }, () =>
    spawn(process.execPath, ['-e', turning], { stdio: ['pipe', 'ignore', 'ignore'] }),
  );
  const work = begin();
  try {
    const [code] = await once(work, 'exit');
    return typeof code === 'number' ? code : 1;
  } finally {
    for (const signal of signals) process.off(signal, pass);
    const standing = busy.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const ends = standing.map((one) => once(one, 'exit'));
    for (const one of standing) one.kill('SIGKILL');
    await Promise.all(ends);
  }
}
