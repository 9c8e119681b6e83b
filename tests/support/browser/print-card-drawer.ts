import { resolve } from 'node:path';
import { build } from 'vite';

// Prints what draws cards on the page as one script, which calls it `ours`. A process of its own: Vite does not run
// within Jest.

const root = resolve(import.meta.dirname, '../../..');

const built = await build({
  configFile: false,
  root: resolve(root, 'tab/report'),
  envDir: false,
  logLevel: 'silent',
  css: { postcss: {} },
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: { alias: { 'node:crypto': resolve(root, 'tab/node-crypto.ts') } },
  build: {
    write: false,
    lib: { entry: resolve(root, 'tab/report/drawn-card.ts'), formats: ['iife'], name: 'ours' },
  },
});
const [bundle] = Array.isArray(built) ? built : [built];
const [script] = bundle !== undefined && 'output' in bundle ? bundle.output : [];
if (script?.type !== 'chunk') throw new Error('what draws cards is not one script');
process.stdout.write(script.code);
