import { join } from 'node:path';
import { isSigner } from '../seals/signer.ts';
import { nameCeremony } from './name-ceremony.ts';
import { putInPlace } from './keep-build.ts';

// Builds the two pages beside those that stand, and puts them in their place once they are whole: a build that fails, or
// that a server reads half way, takes nothing away.

/** A part of Vite is made for each system, and npm leaves it out where the libraries were fetched for another. */
const vite = await import('vite').catch(() => {
  process.stderr.write(
    'The page cannot be built. The library vite in the folder node_modules has no part for this system: remove that folder, and run "npm ci --include=dev" on this machine.\n',
  );
  process.exit(1);
});

// Whoever reviews the page builds it again and compares: what else a machine has set changes nothing of it.
process.env.NODE_ENV = 'production';

/** Who signs the list of those who are sealed to: that much of a force is in its page. */
const ceremony = process.env.CEREMONY_SIGNER?.trim() || undefined;
if (ceremony !== undefined && !isSigner(ceremony)) {
  process.stderr.write(
    'The page was not built. CEREMONY_SIGNER is no public line of a signer: "npm run keys -- ceremony" prints it.\n',
  );
  process.exit(1);
}

const dist = join(import.meta.dirname, '../dist');
const pages = [
  { name: 'tab', configFile: join(import.meta.dirname, 'vite.config.ts') },
  { name: 'partners', configFile: join(import.meta.dirname, 'partners/vite.config.ts') },
] as const;
const madeOf = (name: string): string => join(dist, `${name}.${process.pid}`);

for (const { name, configFile } of pages) {
  await vite.build({
    configFile,
    logLevel: 'warn',
    plugins: [nameCeremony(ceremony)],
    build: { outDir: madeOf(name), emptyOutDir: true },
  });
}
// Both or none: a page of one build beside a page of another would be neither of the two that were signed.
for (const { name } of pages)
  putInPlace(madeOf(name), { built: join(dist, name), before: join(dist, `${name}-before`) });
