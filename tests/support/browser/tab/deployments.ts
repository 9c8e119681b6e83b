import { execFile } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { tabFolders } from '../../../../bot/http/built-files.ts';
import type { BuildFolders } from '../../../../contract/build-metadata.ts';
import { replaceBuild } from '../../../../tab/build/replace-build.ts';
import { buildOnce, digestSources } from '../../build-cache.ts';
import { pageSources } from '../../../../tab/build/build-stamp.ts';
import { createTemporaryFolder } from '../../storage/temporary-folder.ts';

/** Where a server under test has its page, and how a later version of the page gets there. */
export interface Deployments {
  readonly folders: BuildFolders;
  /** Builds a later version and puts it in place, as `npm run build` does with such settings. */
  deploy(settings?: Readonly<Record<'CEREMONY_SIGNER', string>>): Promise<void>;
  remove(): void;
}

const configFile = 'tests/support/browser/tab/other-build.config.ts';
const sourcesDigest = (): string => digestSources([...pageSources, configFile]);

async function buildLater(to: string, settings: Readonly<Record<string, string>>): Promise<void> {
  const root = join(import.meta.dirname, '../../../..');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '--config', join(root, configFile), '--logLevel', 'error', '--outDir', to],
    { env: { PATH: process.env.PATH, ...settings, NODE_ENV: 'production' } },
  );
}

/** The page as it stands, in a folder of its own. */
export function createDeployments(): Deployments {
  const folder = createTemporaryFolder();
  const folders = { built: join(folder, 'tab'), previous: join(folder, 'tab-before') };
  cpSync(tabFolders.built, folders.built, { recursive: true });
  let deployed = 0;
  return {
    folders,
    async deploy(settings) {
      deployed += 1;
      // The server has the files of two builds: three suffice for each to have other names than both before it.
      const mark = `v${2 + ((deployed - 1) % 3)}`;
      const made = join(folder, `made-${deployed}`);
      const key = [process.version, sourcesDigest(), mark, JSON.stringify(settings ?? {})];
      await buildOnce(key, made, (to) => buildLater(to, { ...settings, BUILD_MARK: mark }));
      replaceBuild(made, folders);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
