import { dirname } from 'node:path';
import { build } from 'vite';
import { importedPath } from '../imported-file.ts';

// Prints what draws a page as HTML as one script, which calls it `ours`. A process of its own: Vite does not run
// within Jest.

const entry = importedPath(() => import('./page-renderer.tsx'), import.meta.url);
const crypto = importedPath(() => import('../../../tab/build/node-crypto-shim.ts'), import.meta.url);

// What is built within a test has React’s checks of development otherwise.
process.env['NODE_ENV'] = 'production';
const built = await build({
  configFile: false,
  root: dirname(entry),
  envDir: false,
  logLevel: 'silent',
  css: { postcss: {} },
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: { alias: { 'node:crypto': crypto } },
  build: {
    write: false,
    lib: { entry, formats: ['iife'], name: 'ours' },
  },
});
const [bundle] = Array.isArray(built) ? built : [built];
const [script] = bundle !== undefined && 'output' in bundle ? bundle.output : [];
if (script?.type !== 'chunk') throw new Error('what draws pages is not one script');
process.stdout.write(script.code);
