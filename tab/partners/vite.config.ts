import { defineConfig } from 'vite';
import { firstHash } from '../first-hash.ts';
import { listParts } from '../list-parts.ts';
import { emitPdfFallbacks, namePdfFallbacks } from '../pdf-fallbacks.ts';

const base = '/partners/';
const nodeCrypto = `${import.meta.dirname}/../node-crypto.ts`;

/** How the partners' page is built; tab/build.ts puts it into `dist/partners`. It shares no file with the tab. */
export default defineConfig({
  root: import.meta.dirname,
  base,
  // Nothing of the machine that builds: no file with settings, and no configuration in a folder above.
  envDir: false,
  css: { postcss: {} },
  plugins: [listParts(import.meta.dirname, base), firstHash(nodeCrypto), emitPdfFallbacks()],
  worker: { format: 'es', plugins: () => [namePdfFallbacks()] },
  // The core authenticates with Node's cryptography; in a browser the same functions come from a library.
  resolve: { alias: { 'node:crypto': nodeCrypto } },
  build: {
    target: 'es2023',
    manifest: true,
    // Nothing of the sources leaves the machine that builds.
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
  },
});
