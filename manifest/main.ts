import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildAppPackage } from './app-package.ts';
import { loadPackageSettings, PackageSettingsError } from './package-settings.ts';

const folder = 'dist';
const file = 'candour-teams.zip';

try {
  const bytes = buildAppPackage(loadPackageSettings());
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, file), bytes);
  console.log(`Wrote ${folder}/${file}.`);
} catch (error) {
  if (!(error instanceof PackageSettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
