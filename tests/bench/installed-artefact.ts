import { execFile } from 'node:child_process';
import { chmodSync, chownSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { importedPath } from '../support/imported-file.ts';
import type { Account } from './child-process.ts';
import type { ProductionEnvironment } from './environment.ts';

/** The artefact of this tree as a force has it. */
export interface InstalledArtefact {
  /** The arguments of `node` to serve. */
  readonly args: readonly string[];
  /** The account that serves; missing where this one may become no other. */
  readonly account: Account | undefined;
  /** Gives what a server works on to the account. */
  give(production: ProductionEnvironment): void;
  remove(): Promise<void>;
}

/** The account that owns nothing. */
const nobody = 65_534;
const run = promisify(execFile);

/** Makes the artefact, whose pages were built before, and installs it as the guide has it. Rejects where it cannot be made. */
export async function installArtefact(): Promise<InstalledArtefact> {
  const folder = createTemporaryFolder();
  chmodSync(folder, 0o755);
  const made = join(folder, 'made');
  await run(process.execPath, [
    '--no-warnings',
    importedPath(() => import('../../release/main.ts'), import.meta.url),
    made,
  ]);
  const archive = readdirSync(made).find((name) => name.endsWith('.tar.gz')) ?? '';
  await run('tar', ['-xzf', join(made, archive), '-C', folder, '--no-same-owner']);
  const account = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : undefined;
  return {
    args: ['--max-semi-space-size=16', join(folder, archive.replace('.tar.gz', ''), 'candour.mjs'), 'serve'],
    account,
    give(production) {
      if (account === undefined) return;
      const data = dirname(production.folder);
      const names = readdirSync(data, { recursive: true, encoding: 'utf8' });
      for (const name of ['', ...names]) chownSync(join(data, name), account.uid, account.gid);
    },
    remove: async () => await rm(folder, { recursive: true, force: true }),
  };
}
