import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { serveArguments } from '../support/npm-script.ts';

/** A process that answers questions by their names, as served/ipc.ts has it. */
export interface Child {
  /** Throws if it has ended, or says something else than the schema. */
  readonly ask: <S extends z.ZodType>(question: string, answer: S) => Promise<z.infer<S>>;
  /** Asks it to end and waits until it has. */
  readonly stop: () => Promise<void>;
  /** Ends it at once, with nothing finished. */
  readonly kill: () => Promise<void>;
}

const processorSchema = z.object({ processorMs: z.number(), firstThreadMs: z.number() });
const memorySchema = z.object({
  heap: z.number(),
  outside: z.number(),
  resident: z.number(),
  residentBefore: z.number(),
});
type Processor = z.infer<typeof processorSchema>;
export type Memory = z.infer<typeof memorySchema>;

/** A bot in a process of its own. */
export interface BotProcess extends Pick<Child, 'stop' | 'kill'> {
  readonly endpoint: string;
  /** From the start of the process to its listening, in milliseconds. */
  readonly readyMs: number;
  /** The milliseconds of the processor that it has used. Nothing is collected for it. */
  processor(): Promise<Processor>;
  /** The bytes of memory that it holds, before several collections and after them: never asked inside a round. */
  memory(): Promise<Memory>;
}

const saidSchema = z.looseObject({ said: z.string() });

/** What the process says under a name. Throws if it ends instead. */
function waitForMessage<S extends z.ZodType>(child: ChildProcess, name: string, schema: S): Promise<z.infer<S>> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('the process ended'));
    const hear = (message: unknown): void => {
      if (saidSchema.parse(message).said !== name) return;
      child.off('exit', ended);
      child.off('message', hear);
      const { data, error } = schema.safeParse(message);
      if (error) reject(error);
      else resolve(data);
    };
    child.on('message', hear);
    child.once('exit', ended);
  });
}

function childOf(child: ChildProcess, askToEnd: () => unknown): Child {
  const end = async (how: () => unknown): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    how();
    await ended;
  };
  return {
    ask(question, answer) {
      const said = waitForMessage(child, question, answer);
      child.send(question);
      return said;
    },
    stop: () => end(askToEnd),
    kill: () => end(() => child.kill('SIGKILL')),
  };
}

/**
 * Runs a script that talks (served/ipc.ts) in a process of its own, and waits until it says that it is ready. What it
 * prints is dropped, but for the reason why it ended by itself.
 */
export async function startScript<S extends z.ZodType>(
  script: URL,
  ready: S,
  environment: Readonly<Record<string, string>> = {},
  execArgv: readonly string[] = [],
): Promise<Child & { readonly ready: z.infer<S> }> {
  const child = fork(fileURLToPath(script), {
    execArgv: ['--no-warnings', ...execArgv],
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return { ready: await waitForMessage(child, 'ready', ready), ...childOf(child, () => child.send('stop')) };
}

/** `begun` is when the process was started, on the clock of `performance`. */
const botOf = ({ ask, stop, kill }: Child, port: number, begun: number): BotProcess => ({
  endpoint: `http://127.0.0.1:${port}/api/messages`,
  readyMs: performance.now() - begun,
  processor: () => ask('processor', processorSchema),
  memory: () => ask('memory', memorySchema),
  stop,
  kill,
});

const portSchema = z.object({ port: z.int() });

/** Starts a bot of this folder and waits until it listens: Candour by the chat door, one of the stock parts, or the floor. */
export async function startBotProcess(
  served: 'candour' | 'plain-bot' | 'floor',
  environment: Readonly<Record<string, string>> = {},
  execArgv: readonly string[] = [],
): Promise<BotProcess> {
  const begun = performance.now();
  const script = new URL(`./served/${served}.ts`, import.meta.url);
  const child = await startScript(script, portSchema, environment, execArgv);
  return botOf(child, child.ready.port, begun);
}

/** This tree. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const tell = new URL('./served/report-usage.ts', import.meta.url).href;

const startedSchema = z.object({ event: z.literal('started'), port: z.int() });
function parseReadyMs(line: string): number | undefined {
  try {
    return startedSchema.safeParse(JSON.parse(line)).data?.port;
  } catch {
    return undefined;
  }
}

/** An account that a program is run by: another than that of the bench, which may not change what it runs. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Runs a program that knows nothing of the bench by what follows `node`, and has it tell what it uses. */
export function startWithReadyMessage(args: readonly string[], folder: string, environment: object, account?: Account) {
  const child = spawn(process.execPath, ['--no-warnings', '--import', tell, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    ...account,
  });
  return { child, ...childOf(child, () => child.kill('SIGTERM')) };
}

/** The server of a tree, and how it is started: as its `npm run serve` does, if nothing else is said. */
export interface ServerOptions {
  /** A folder without a file of settings. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What follows `node`. */
  readonly args?: readonly string[];
  readonly account?: Account | undefined;
}

/** Starts a server in production and waits until it listens. Throws if it ends instead. */
export async function startServer({
  folder,
  environment,
  args = serveArguments(projectFolder),
  account,
}: ServerOptions) {
  const begun = performance.now();
  const { child, ...asked } = startWithReadyMessage(args, folder, environment, account);
  const port = await new Promise<number>((resolve, reject) => {
    if (child.stdout === null) throw new Error('the server prints nothing');
    // Read to the end, since a pipe that is full would hold the server up.
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = parseReadyMs(line);
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code, signal) => reject(new Error(`the server ended: ${code} ${signal}`)));
  });
  return botOf(asked, port, begun);
}
