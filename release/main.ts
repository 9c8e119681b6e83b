import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

// `npm run artefact`: with the page built, everything that a force needs to run Candour but Node, in dist/artefact or
// the named folder.

// Others build an artefact again and compare: the machine's environment must not change it.
process.env.NODE_ENV = 'production';

const root = resolve(import.meta.dirname, '..');
const folder = resolve(process.argv[2] ?? join(root, 'dist', 'artefact'));
const buildFolder = `${folder}.${process.pid}`;

// Vite reads that while loading.
const { buildArtefact } = await import('./artefact.ts');
try {
  const artefact = await buildArtefact(root, buildFolder);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of artefact) {
    writeFileSync(join(folder, name), bytes);
    console.log(`${join(folder, name)}: ${(bytes.length / 1e6).toFixed(1)} MB`);
  }
} finally {
  rmSync(buildFolder, { recursive: true, force: true });
}
