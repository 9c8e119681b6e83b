import { join } from 'node:path';
import { build } from 'vite';
import { listPackages } from '../tab/build-lists.ts';
import { drawnAtBuild } from './drawn-at-build.ts';
import { inPlace } from './in-place.ts';
import { quietPunycode } from './quiet-punycode.ts';
import { startedAtRunTime } from './read-at-run-time.ts';
import { sayAsRun } from './said-as-run.ts';

/** The folder of the artefact in which the code of the server stands. */
export const serverFolder = 'server';

/**
 * Bundles the server and the commands with all that they import into a folder, and answers with the places of the
 * packages that they are made of in the lock file. Node's own modules stay Node's. Rejects where it could not.
 */
export async function buildServer(root: string, folder: string): Promise<readonly string[]> {
  const packages = listPackages();
  const threads = Object.fromEntries(Object.entries(startedAtRunTime).map(([name, path]) => [name, join(root, path)]));
  await build({
    configFile: false,
    root,
    envDir: false,
    logLevel: 'warn',
    // The way to a library is the same on each machine, also where its folder is a link.
    resolve: { preserveSymlinks: true },
    ssr: { noExternal: true, target: 'node' },
    plugins: [drawnAtBuild(root), inPlace(root), sayAsRun(), quietPunycode(), packages.note()],
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
        input: { candour: join(root, 'release/entry/candour.ts'), ...threads },
        output: {
          format: 'es',
          // Names of classes stand in the log where something was thrown, and are the ids of the SDK's dialogs.
          minify: { compress: true, mangle: { keepNames: { class: true, function: false } }, codegen: true },
          entryFileNames: '[name].mjs',
          chunkFileNames: '[name]-[hash].mjs',
        },
      },
    },
  });
  return packages.places();
}
