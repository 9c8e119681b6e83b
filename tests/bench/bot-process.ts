import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type Said, saidSchema } from './served/talk.ts';

export type Use = Extract<Said, { said: 'use' }>;

/** A bot in a process of its own. */
export interface BotProcess {
  readonly endpoint: string;
  /** From the start of the process to its listening, in milliseconds. */
  readonly readyMs: number;
  /** What it has used of the processor, and of memory after a collection. Throws where it has ended. */
  use(): Promise<Use>;
  stop(): Promise<void>;
  /** Ends it at once, with nothing finished. */
  kill(): Promise<void>;
}

/** The next thing that the process says. Throws where it ends instead. */
function heard<K extends Said['said']>(child: ChildProcess, said: K): Promise<Extract<Said, { said: K }>> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('the bot ended'));
    const hear = (message: unknown): void => {
      const parsed = saidSchema.parse(message);
      if (!isSaid(parsed, said)) return;
      child.off('exit', ended);
      child.off('message', hear);
      resolve(parsed);
    };
    child.on('message', hear);
    child.once('exit', ended);
  });
}

const isSaid = <K extends Said['said']>(one: Said, said: K): one is Extract<Said, { said: K }> => one.said === said;

/** Starts a bot and waits until it listens. What it prints is dropped, but for the reason it ended by itself. */
export async function startBotProcess(
  served: 'candour' | 'plain' | 'bare',
  environment: Readonly<Record<string, string>> = {},
  execArgv: readonly string[] = [],
): Promise<BotProcess> {
  const began = performance.now();
  const child = fork(new URL(`./served/${served}.ts`, import.meta.url), {
    execArgv: ['--no-warnings', ...execArgv],
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { port } = await heard(child, 'ready');
  const readyMs = performance.now() - began;
  const end = async (how: () => unknown): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    how();
    await ended;
  };
  return {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    readyMs,
    async use() {
      const said = heard(child, 'use');
      child.send('use');
      return said;
    },
    stop: () => end(() => child.send('stop')),
    kill: () => end(() => child.kill('SIGKILL')),
  };
}
