import { execFile } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { importedPath } from './imported-file.ts';

const root = join(import.meta.dirname, '..', '..');
const pages = ['dist/tab', 'dist/partners'];
/** What the built pages are made of. */
export const pageSources = [
  'tab/**/*',
  '{cards,contract,core,crypto,dialogs,documents,guidance,summary,words}/**/*.ts',
  'package-lock.json',
];

const lastModified = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Builds the tab and the partners' page before any test, as they are built for production, unless they are newer than all that they are made of. */
export default async function buildTab(): Promise<void> {
  const newest = Math.max(...globSync(pageSources, { cwd: root }).map((file) => lastModified(join(root, file))));
  if (pages.every((built) => lastModified(join(root, built, 'index.html')) > newest)) return;
  // A process of its own: what Jest says of the environment makes another page.
  const asked = ['--no-warnings', importedPath(() => import('../../tab/build/build-pages.ts'), import.meta.url)];
  await promisify(execFile)(process.execPath, asked, { env: { ...process.env, NODE_ENV: 'production' } });
}
