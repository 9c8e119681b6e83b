import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type BotProcess, botOf } from './bot-process.ts';

/** This tree. */
export const today = fileURLToPath(new URL('../..', import.meta.url));
const tell = new URL('./served/tell.ts', import.meta.url).href;

const scriptsSchema = z.object({ scripts: z.object({ serve: z.string().startsWith('node ') }) });

/** What follows `node` in a tree's `npm run serve`, with whole paths. Throws ZodError where that starts something else. */
export function serveArguments(root: string): readonly string[] {
  const { scripts } = scriptsSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const [, ...args] = scripts.serve.split(' ');
  return args.map((arg) => (/^[^-].*\.m?[jt]s$/u.test(arg) ? join(root, arg) : arg));
}

const startedSchema = z.object({ event: z.literal('started'), port: z.int() });

function startedIn(line: string): number | undefined {
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

/**
 * Starts a server by what follows `node`, in a folder without a file of settings, and waits until it listens. Throws where
 * it ends instead.
 */
export async function startProgram(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>>,
  account?: Account,
): Promise<BotProcess> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['--no-warnings', '--import', tell, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    ...account,
  });
  const port = await new Promise<number>((resolve, reject) => {
    if (child.stdout === null) throw new Error('the server prints nothing');
    // Read to the end, since a pipe that is full would hold the server up.
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = startedIn(line);
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code, signal) => reject(new Error(`the server ended: ${code} ${signal}`)));
  });
  return botOf(child, port, begun, () => child.kill('SIGTERM'));
}

/** Starts the server of a tree as its `npm run serve` does. Throws where it ends instead. */
export const startServer = async (
  root: string,
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<BotProcess> => await startProgram(serveArguments(root), folder, environment);
