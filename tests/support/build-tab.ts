import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { importedPath } from './imported-file.ts';

/** Builds the tab and the partners' page before any test, as they are built for production, if they have changed. */
export default async function buildTab(): Promise<void> {
  // A process of its own: what Jest says of the environment makes another page.
  const build = importedPath(() => import('../../tab/build/build-pages.ts'), import.meta.url);
  await promisify(execFile)(process.execPath, ['--no-warnings', build, '--if-changed'], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
}
