import { execFile } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..', '..');
const built = join(root, 'dist/tab');
const sources = ['tab/**/*', '{cards,concerns,contract,guidance,pdf,seals,summary,words}/**/*.ts', 'package-lock.json'];

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Builds the tab before any test, as it is built for production, unless it is newer than all that it is made of. */
export default async function buildTab(): Promise<void> {
  const newest = Math.max(...globSync(sources, { cwd: root }).map((file) => changedAt(join(root, file))));
  if (changedAt(join(built, 'index.html')) > newest) return;
  // A process of its own: what Jest says of the environment makes another page.
  const asked = ['--no-warnings', join(root, 'tab/build.ts')];
  await promisify(execFile)(process.execPath, asked, { env: { ...process.env, NODE_ENV: 'production' } });
}
