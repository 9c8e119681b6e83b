import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Question } from './questions.ts';
import { watched, type Watched } from './watched.ts';

const script = fileURLToPath(new URL('./backing-up.ts', import.meta.url));
const saidSchema = z.object({ copiedMs: z.number(), wholeMs: z.number(), copiedAt: z.number() });
const betweenMs = 20;

/** How a copy went, and what was done in the store meanwhile took. */
export interface BesideBackup extends z.infer<typeof saidSchema> {
  readonly bytes: number;
  /** While it copied, and the first after that; what was done while the copy was looked through is not among them. */
  readonly meanwhile: readonly Watched[];
}

/** Has another process copy a store to a file beside it, and does something in it again and again until it is done. */
export async function besideBackup(path: string, work: Question): Promise<BesideBackup> {
  const to = `${path}.copy`;
  const now = (): number => performance.timeOrigin + performance.now();
  const all: { readonly at: number; readonly took: Watched }[] = [];
  const over = new AbortController();
  const copying = promisify(execFile)(process.execPath, ['--no-warnings', script, path, to]).finally(() => {
    over.abort();
  });
  const writing = async (): Promise<void> => {
    for (let round = 0; !over.signal.aborted; round += 1) {
      const at = now();
      all.push({ at, took: await watched(() => work(round)) });
      await setTimeout(betweenMs);
    }
  };
  const [{ stdout }] = await Promise.all([copying, writing()]);
  const said = saidSchema.parse(JSON.parse(stdout));
  // The first that comes afterwards may move what was logged until then.
  const after = all.findIndex(({ at }) => at > said.copiedAt);
  const meanwhile = (after < 0 ? all : all.slice(0, after + 1)).map(({ took }) => took);
  return { ...said, bytes: statSync(to).size, meanwhile };
}
