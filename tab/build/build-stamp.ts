import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const stampPath = join(root, 'dist/pages.stamp');
const builtFiles = ['dist/tab/**/*', 'dist/partners/**/*'];

/** Every file that a build of the pages reads, beside libraries. */
export const pageSources = [
  'tab/**/*',
  '{cards,contract,core,crypto,dialogs,documents,guidance,summary,words}/**/*',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
] as const;

/** By content, so that another branch, an edit taken back and a file's date tell nothing wrong. */
function digestFiles(globs: readonly string[], more: readonly string[] = []): string {
  const digest = createHash('sha256').update(JSON.stringify(more));
  for (const file of globSync(globs, { cwd: root }).toSorted()) {
    const path = join(root, file);
    if (!statSync(path).isFile()) continue;
    const content = readFileSync(path);
    digest.update(`${file}\n${content.length}\n`).update(content);
  }
  return digest.digest('hex');
}

/** Of everything that decides what a build makes: sources, libraries, Node, and the signer of the page. */
export const digestPageSources = (ceremonySigner: string | undefined): string =>
  digestFiles(pageSources, [process.version, process.platform, process.arch, ceremonySigner ?? '']);

/** Whether both built pages are whole, and as a build of these sources left them. */
export const isBuildCurrent = (sources: string): boolean =>
  existsSync(stampPath) && readFileSync(stampPath, 'utf8') === `${sources} ${digestFiles(builtFiles)}\n`;

export const removeBuildStamp = (): void => rmSync(stampPath, { force: true });

export const writeBuildStamp = (sources: string): void =>
  writeFileSync(stampPath, `${sources} ${digestFiles(builtFiles)}\n`);
