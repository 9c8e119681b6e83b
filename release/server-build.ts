import { join } from 'node:path';
import { build } from 'vite';
import { createPackageList } from '../tab/build/bundle-list-plugins.ts';
import { workerEntries } from './artefact-files.ts';
import { cardTemplatePlugin, importMetaPlugin, punycodePlugin, commandNamesPlugin } from './vite-plugins.ts';

export const serverFolder = 'server';

/** Returns the bundled packages' places in the lock file. Rejects if it cannot bundle. */
export async function buildServer(root: string, folder: string): Promise<readonly string[]> {
  const packages = createPackageList();
  const workerInputs = Object.fromEntries(
    Object.entries(workerEntries).map(([name, path]) => [name, join(root, path)]),
  );
  await build({
    configFile: false,
    root,
    envDir: false,
    logLevel: 'warn',
    // A library's path is then the same on each machine, even if its folder is a link.
    resolve: { preserveSymlinks: true },
    ssr: { noExternal: true, target: 'node' },
    plugins: [
      cardTemplatePlugin(root),
      importMetaPlugin(root),
      commandNamesPlugin(),
      punycodePlugin(),
      packages.collect(),
    ],
    build: {
      ssr: true,
      target: 'node24',
      outDir: join(folder, serverFolder),
      emptyOutDir: true,
      copyPublicDir: false,
      sourcemap: false,
      chunkSizeWarningLimit: 20_000,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        input: { candour: join(root, 'release/entry/candour.ts'), ...workerInputs },
        output: {
          format: 'es',
          // V8 keeps a file with one character beyond Latin-1 in two bytes a character.
          charset: 'ascii',
          // Names in the log if something was thrown, and ids of the SDK's dialogs.
          minify: { compress: true, mangle: { keepNames: { class: true, function: false } }, codegen: true },
          entryFileNames: '[name].mjs',
          chunkFileNames: '[name]-[hash].mjs',
        },
      },
    },
  });
  return packages.paths();
}
