import { join } from 'node:path';
import { build } from 'vite';
import { putInPlace } from './keep-build.ts';

// Builds the page beside the one that stands, and puts it in its place once it is whole: a build that fails, or that a
// server reads half way, takes nothing away.

const dist = join(import.meta.dirname, '../dist');
const made = join(dist, `tab.${process.pid}`);

await build({
  configFile: join(import.meta.dirname, 'vite.config.ts'),
  logLevel: 'warn',
  build: { outDir: made, emptyOutDir: true },
});
putInPlace(made, { built: join(dist, 'tab'), before: join(dist, 'tab-before') });
