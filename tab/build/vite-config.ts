import type { Plugin, UserConfig } from 'vite';
import { trimZod, trimAge, trimFluent, trimTeamsLog } from './trim-libraries.ts';
import { writeModuleList, createPackageList, injectLazyModuleList, type PackageList } from './bundle-list-plugins.ts';
import { emitPdfFallbacks, renamePdfFallbacks } from './pdf-fallbacks-plugin.ts';
import { splitCatalogues } from './words-plugin.ts';
import * as reading from '../../contract/read-only-operations.ts';
import { ceremonyMeta } from '../../contract/build-metadata.ts';

export const nodeCryptoShim = `${import.meta.dirname}/node-crypto-shim.ts`;

export function createViteConfig(
  root: string,
  base: string,
  extraPlugins: (packages: PackageList) => readonly Plugin[] = () => [],
) {
  const packages = createPackageList();
  return {
    root,
    base,
    envDir: false,
    css: { postcss: {} },
    plugins: [
      injectLazyModuleList(root, base),
      trimTeamsLog(),
      trimZod(),
      trimAge(),
      trimFluent(),
      inlineReadOnlyOperations(),
      splitCatalogues(),
      emitPdfFallbacks(),
      ...extraPlugins(packages),
      packages.collect(),
      packages.write(),
      writeModuleList(),
    ],
    worker: {
      format: 'es',
      rolldownOptions: { checks: { bundlerTimings: false } },
      plugins: () => [renamePdfFallbacks(), packages.collect()],
    },
    resolve: { alias: { 'node:crypto': nodeCryptoShim } },
    build: {
      target: 'es2023',
      manifest: true,
      sourcemap: false,
      assetsInlineLimit: 0,
      // ui/lazy-module.ts fetches a part's files from one list: Vite would repeat it in each user.
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

/** Fails the build if the module is missing: the page would load the whole contract first. */
function inlineReadOnlyOperations(): Plugin {
  let isFound = false;
  return {
    name: 'candour-reading',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith('/contract/read-only-operations.ts')) return undefined;
      isFound = true;
      return Object.entries(reading)
        .map(([name, operations]) => `export const ${name} = ${JSON.stringify(operations)};\n`)
        .join('');
    },
    buildEnd(error) {
      if (error === undefined && !isFound) this.error('contract/read-only-operations.ts is not in the page');
    },
  };
}

export const injectCeremonySigner = (signer: string | undefined): Plugin => ({
  name: 'candour-ceremony',
  transformIndexHtml: () =>
    signer === undefined ? [] : [{ tag: 'meta', attrs: { name: ceremonyMeta, content: signer }, injectTo: 'head' }],
});
