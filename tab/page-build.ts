import type { Plugin, UserConfig } from 'vite';
import { leanSchemas } from './lean-schemas.ts';
import { leanSeals } from './lean-seals.ts';
import { leanStyles } from './lean-styles.ts';
import { listModules } from './list-modules.ts';
import { listPackages, type PackageList } from './list-packages.ts';
import { listParts } from './list-parts.ts';
import { emitPdfFallbacks, namePdfFallbacks } from './pdf-fallbacks.ts';
import { placeReading } from './place-reading.ts';
import { placeWords } from './place-words.ts';
import { quietTeams } from './quiet-teams.ts';

const nodeCrypto = `${import.meta.dirname}/node-crypto.ts`;

/** How a page is built that begins in this folder and is handed out under this address, with what only it needs. */
export function pageBuild(root: string, base: string, own: (packages: PackageList) => readonly Plugin[] = () => []) {
  const packages = listPackages();
  return {
    root,
    base,
    // Nothing of the machine that builds: no file with settings, and no configuration in a folder above.
    envDir: false,
    css: { postcss: {} },
    plugins: [
      listParts(root, base),
      quietTeams(),
      leanSchemas(),
      leanSeals(),
      leanStyles(),
      placeReading(),
      placeWords(),
      emitPdfFallbacks(),
      ...own(packages),
      packages.note(),
      packages.write(),
      listModules(),
    ],
    worker: {
      format: 'es',
      rolldownOptions: { checks: { bundlerTimings: false } },
      plugins: () => [namePdfFallbacks(), packages.note()],
    },
    // The core authenticates with Node's cryptography; in a browser the same functions come from a library.
    resolve: { alias: { 'node:crypto': nodeCrypto } },
    build: {
      target: 'es2023',
      manifest: true,
      // Nothing of the sources leaves the machine that builds.
      sourcemap: false,
      assetsInlineLimit: 0,
      // Files of a part are fetched by app/load-part.ts, from the one list in the page: Vite would write each into its users again.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []),
      },
      // What opens a PDF is as large, and is loaded by those who add one alone. A test weighs what everybody loads.
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        // Fluent marks its modules for servers that draw React: there is none here.
        onLog: (level, log, handle) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : handle(level, log)),
      },
    },
  } satisfies UserConfig;
}
