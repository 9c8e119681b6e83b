import { execFile } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { tabFolders } from '../../../../bot/http/tab-files.ts';
import type { BuildFolders } from '../../../../contract/build.ts';
import { putInPlace } from '../../../../tab/keep-build.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';

/** Where a server under test has its page, and how a later version of the page gets there. */
export interface Deployments {
  readonly folders: BuildFolders;
  /** Builds a later version and puts it in place, as `npm run build` does with such settings. */
  deploy(settings?: Readonly<Record<'CEREMONY_SIGNER', string>>): Promise<void>;
  remove(): void;
}

/** The page as it stands, in a folder of its own. */
export function newDeployments(): Deployments {
  const folder = temporaryFolder();
  const folders = { built: join(folder, 'tab'), before: join(folder, 'tab-before') };
  cpSync(tabFolders.built, folders.built, { recursive: true });
  let version = 1;
  return {
    folders,
    async deploy(settings) {
      version += 1;
      const made = join(folder, `made-${version}`);
      const config = join(import.meta.dirname, 'other-build.config.ts');
      const vite = join(import.meta.dirname, '../../../../node_modules/vite/bin/vite.js');
      await promisify(execFile)(
        process.execPath,
        [vite, 'build', '--config', config, '--logLevel', 'error', '--outDir', made],
        { env: { ...process.env, ...settings, NODE_ENV: 'production', BUILD_MARK: `v${version}` } },
      );
      putInPlace(made, folders);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
