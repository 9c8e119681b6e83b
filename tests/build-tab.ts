import { execFile } from 'node:child_process';
import { globSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..');
const built = join(root, 'dist/tab');
const sources = ['tab/**/*', 'concerns/**/*.ts', 'cards/**/*.ts', 'package-lock.json'];

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Builds the tab before any test, as it is built for production, unless it is newer than all that it is made of. */
export default async function buildTab(): Promise<void> {
  const newest = Math.max(...globSync(sources, { cwd: root }).map((file) => changedAt(join(root, file))));
  if (changedAt(join(built, 'index.html')) > newest) return;
  const unfinished = `${built}.${process.pid}`;
  const config = join(root, 'tab/vite.config.ts');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const asked = [vite, 'build', '--config', config, '--logLevel', 'error', '--outDir', unfinished];
  // A process of its own: what Jest says of the environment makes another page.
  await promisify(execFile)(process.execPath, asked, { env: { ...process.env, NODE_ENV: 'production' } });
  // Put in place as one, for a server that another run has started.
  rmSync(built, { recursive: true, force: true });
  renameSync(unfinished, built);
}
