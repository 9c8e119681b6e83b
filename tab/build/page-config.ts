import type { Plugin, UserConfig } from 'vite';
import { leanSchemas, leanSeals, leanStyles, quietTeams } from './lean-libraries.ts';
import { listModules, listPackages, listParts, type PackageList } from './build-lists.ts';
import { emitPdfFallbacks, namePdfFallbacks } from './pdf-plugin.ts';
import { placeWords } from './words-plugin.ts';
import * as reading from '../../contract/reading.ts';
import { ceremonyMeta } from '../../contract/build.ts';

const nodeCrypto = `${import.meta.dirname}/node-crypto.ts`;

export function pageBuild(root: string, base: string, own: (packages: PackageList) => readonly Plugin[] = () => []) {
  const packages = listPackages();
  return {
    root,
    base,
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
    resolve: { alias: { 'node:crypto': nodeCrypto } },
    build: {
      target: 'es2023',
      manifest: true,
      sourcemap: false,
      assetsInlineLimit: 0,
      // parts/load-part.ts fetches a part's files from the one list in the page: Vite would write each into its users
      // again.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []),
      },
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        checks: { bundlerTimings: false },
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

export const nameCeremony = (signer: string | undefined): Plugin => ({
  name: 'candour-ceremony',
  transformIndexHtml: () =>
    signer === undefined ? [] : [{ tag: 'meta', attrs: { name: ceremonyMeta, content: signer }, injectTo: 'head' }],
});
