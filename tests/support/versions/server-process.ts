import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { serveArguments } from '../npm-script.ts';

/** A server in a process of its own, as a force has it. */
export interface ServerProcess {
  /** Where Teams posts activities. */
  readonly endpoint: () => string;
  /** All that it has printed. */
  readonly printed: () => string;
  /** Tells it to end; settles when it is gone, with its code. */
  end(): Promise<number>;
}

/** How a process ended that did not come to listen. */
export interface StartFailure {
  readonly code: number;
  readonly complained: string;
}

const lineSchema = z.looseObject({ event: z.string(), port: z.number().optional() });

function eventIn(text: string): z.infer<typeof lineSchema> | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Starts the server whose code lies in a folder. Answers with it once it listens, or with how it ended instead. */
export async function startProcess(
  root: string,
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess | StartFailure> {
  const child = spawn(process.execPath, ['--no-warnings', ...serveArguments(root)], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [printed, complained] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text));
  const ended = once(child, 'close').then(([code]) => Number(code));
  const port = await new Promise<number | undefined>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (text) => {
      printed += `${text}\n`;
      const line = eventIn(text);
      if (line?.event === 'started') resolve(line.port);
    });
    void ended.then(() => resolve(undefined));
  });
  if (port === undefined) return { code: await ended, complained };
  return {
    endpoint: () => `http://127.0.0.1:${port}/api/messages`,
    printed: () => printed + complained,
    async end() {
      child.kill('SIGTERM');
      return await ended;
    },
  };
}

/** Starts one that is to come to listen. Throws where it does not, with what it said. */
export async function startServedProcess(
  root: string,
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const started = await startProcess(root, environment);
  if ('complained' in started) throw new Error(`the server ended: ${started.complained}`);
  return started;
}
