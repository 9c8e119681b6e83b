import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** What a served bot says to the one who started it: where it listens, then what it uses, each time it is asked. */
const saidSchema = z.discriminatedUnion('said', [
  z.object({ said: z.literal('ready'), port: z.int() }),
  z.object({ said: z.literal('processor'), processorMs: z.number(), firstThreadMs: z.number() }),
  z.object({
    said: z.literal('memory'),
    heap: z.number(),
    outside: z.number(),
    resident: z.number(),
    residentBefore: z.number(),
  }),
]);
type Said = z.infer<typeof saidSchema>;
type SaidAs<K extends Said['said']> = Extract<Said, { said: K }>;

export type Processor = SaidAs<'processor'>;
export type Memory = SaidAs<'memory'>;

/** A bot in a process of its own. */
export interface BotProcess {
  readonly endpoint: string;
  /** From the start of the process to its listening, in milliseconds. */
  readonly readyMs: number;
  /** What it and the processes that it looks after have used of the processor. Nothing is collected for it. Throws where it has ended. */
  processor(): Promise<Processor>;
  /** What it holds of memory, before several collections and after them: never asked inside a round. Throws where it has ended. */
  memory(): Promise<Memory>;
  stop(): Promise<void>;
  /** Ends it at once, with nothing finished. */
  kill(): Promise<void>;
}

/** The next thing that the process says. Throws where it ends instead. */
function heard<K extends Said['said']>(child: ChildProcess, said: K): Promise<SaidAs<K>> {
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
const isSaid = <K extends Said['said']>(one: Said, said: K): one is SaidAs<K> => one.said === said;

/** A process that listens and answers what it uses, as a bot. `begun` is when it was started, on the clock of `performance`. */
export function botOf(child: ChildProcess, port: number, begun: number, askToEnd: () => unknown): BotProcess {
  const end = async (how: () => unknown): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    how();
    await ended;
  };
  const answered = async <K extends 'processor' | 'memory'>(asked: K): Promise<SaidAs<K>> => {
    const said = heard(child, asked);
    child.send(asked);
    return said;
  };
  return {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    readyMs: performance.now() - begun,
    processor: () => answered('processor'),
    memory: () => answered('memory'),
    stop: () => end(askToEnd),
    kill: () => end(() => child.kill('SIGKILL')),
  };
}

/** Starts a bot of this folder and waits until it listens. What it prints is dropped, but for the reason it ended by itself. */
export async function startBotProcess(
  served: 'candour' | 'plain' | 'bare',
  environment: Readonly<Record<string, string>> = {},
  execArgv: readonly string[] = [],
): Promise<BotProcess> {
  const begun = performance.now();
  const child = fork(fileURLToPath(new URL(`./served/${served}.ts`, import.meta.url)), {
    execArgv: ['--no-warnings', ...execArgv],
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { port } = await heard(child, 'ready');
  return botOf(child, port, begun, () => child.send('stop'));
}
