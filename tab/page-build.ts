import type { Plugin, UserConfig } from 'vite';
import { leanSchemas, leanSeals, leanStyles, quietTeams } from './lean-libraries.ts';
import { listModules, listPackages, listParts, type PackageList } from './build-lists.ts';
import { emitPdfFallbacks, namePdfFallbacks } from './pdf-fallbacks.ts';
import { placeWords } from './place-words.ts';
import * as reading from '../contract/reading.ts';
import { ceremonyMeta } from '../contract/build.ts';

const nodeCrypto = `${import.meta.dirname}/node-crypto.ts`;

export function pageBuild(root: string, base: string, own: (packages: PackageList) => readonly Plugin[] = () => []) {
  const packages = listPackages();
  return {
    root,
    base,
    // Neither settings nor configuration of the building machine.
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
    // In a browser a library does what the core asks of Node's cryptography.
    resolve: { alias: { 'node:crypto': nodeCrypto } },
    build: {
      target: 'es2023',
      manifest: true,
      // No sources leave the building machine.
      sourcemap: false,
      assetsInlineLimit: 0,
      // parts/load-part.ts fetches a part's files from the one list in the page: Vite would write each into its users
      // again.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []),
      },
      // Only those who add or open a PDF load this. A test weighs what everyone loads.
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        // Fluent marks its modules for server rendering, which is not done here.
        onLog: (level, log, handle) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : handle(level, log)),
      },
    },
  } satisfies UserConfig;
}

const placeReading = (): Plugin => ({
  name: 'candour-reading',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('/contract/reading.ts')
      ? Object.entries(reading)
          .map(([name, operations]) => `export const ${name} = ${JSON.stringify(operations)};\n`)
          .join('')
      : undefined,
});

/** Without a signer the page checks no list. */
export const nameCeremony = (signer: string | undefined): Plugin => ({
  name: 'candour-ceremony',
  transformIndexHtml: () =>
    signer === undefined ? [] : [{ tag: 'meta', attrs: { name: ceremonyMeta, content: signer }, injectTo: 'head' }],
});
