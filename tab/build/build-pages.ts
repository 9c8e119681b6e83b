import { join } from 'node:path';
import { isSigner } from '../../crypto/signer.ts';
import { injectCeremonySigner } from './vite-config.ts';
import { digestPageSources, isBuildCurrent, removeBuildStamp, writeBuildStamp } from './build-stamp.ts';
import { replaceBuild } from './replace-build.ts';

// Builds both pages beside the present ones and swaps them once whole: a failed build, or a server that reads half way,
// loses nothing. With `--if-changed`, only if the present ones are not those of these sources.

// A reviewer rebuilds the page and compares, so a machine's settings must change nothing.
process.env.NODE_ENV = 'production';

const ceremonySigner = process.env.CEREMONY_SIGNER?.trim() || undefined;
if (ceremonySigner !== undefined && !isSigner(ceremonySigner)) {
  process.stderr.write(
    'The page was not built. CEREMONY_SIGNER is no public line of a signer: "npm run keys -- ceremony" prints it.\n',
  );
  process.exit(1);
}

// Before anything is built: an edit while it builds must be built the next time.
const sources = digestPageSources(ceremonySigner);
if (process.argv.includes('--if-changed')) {
  if (isBuildCurrent(sources)) process.exit(0);
  process.stdout.write('Building the page, since it has changed or is not built yet.\n');
}

/** npm leaves Vite's native part out if the libraries were fetched for another system. */
const vite = await import('vite').catch(() => {
  process.stderr.write(
    'The page cannot be built. The library vite in the folder node_modules has no part for this system: remove that folder, and run "npm ci --include=dev" on this machine.\n',
  );
  process.exit(1);
});

const dist = join(import.meta.dirname, '../../dist');
const pages = [
  { name: 'tab', configFile: join(import.meta.dirname, '../vite.config.ts') },
  { name: 'partners', configFile: join(import.meta.dirname, '../partners/vite.config.ts') },
] as const;
const temporaryFolder = (name: string): string => join(dist, `${name}.${process.pid}`);

for (const { name, configFile } of pages) {
  await vite.build({
    configFile,
    logLevel: 'warn',
    plugins: [injectCeremonySigner(ceremonySigner)],
    build: { outDir: temporaryFolder(name), emptyOutDir: true },
  });
}
removeBuildStamp();
// Both or neither: pages of two builds would not be the pair that was signed.
for (const { name } of pages)
  replaceBuild(temporaryFolder(name), { built: join(dist, name), previous: join(dist, `${name}-before`) });
writeBuildStamp(sources);
