import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { modulesFile, parseLazyModules, lazyModulesMeta } from '../../../contract/build-metadata.ts';
import { importedPath } from '../imported-file.ts';

/** Where `npm run build` puts the tab. */
export const builtTab = join(import.meta.dirname, '../../../dist/tab');
/** Where it puts the partners' page. */
export const builtPartners = join(import.meta.dirname, '../../../dist/partners');

/** The modules that the pages begin with, beside which their parts are named. */
const begin = {
  [builtTab]: importedPath(() => import('../../../tab/main.tsx'), import.meta.url),
  [builtPartners]: importedPath(() => import('../../../tab/partners/main.tsx'), import.meta.url),
};

/** How a built page names a part: by the way to its module. `from` is that of `importedPath`. */
export const lazyModuleName = (part: () => Promise<object>, from: string, folder: string): string =>
  relative(dirname(begin[folder] ?? ''), importedPath(part, from));

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
);
const readManifest = (folder: string): z.infer<typeof manifestSchema> =>
  manifestSchema.parse(JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')));

/** A file of a page, as it is handed out. */
export interface BuiltFile {
  readonly file: string;
  readonly bytes: Buffer;
}
const readBuilt = (folder: string, files: Iterable<string>): readonly BuiltFile[] =>
  [...files].map((file) => ({ file, bytes: readFileSync(join(folder, file)) }));

/** What a handler's browser needs in Teams before the first page and the list of cases are there. */
export const firstLoad = [
  () => import('../../../tab/teams/teams-host.ts'),
  () => import('../../../tab/today/today-page.tsx'),
  () => import('../../../tab/cases/cases-page.tsx'),
].map((part) => lazyModuleName(part, import.meta.url, builtTab));

/** The parts of a page that are loaded later, each with its files, as the page itself lists them. */
export function listLazyModules(folder: string): ReadonlyMap<string, readonly string[]> {
  const index = readFileSync(join(folder, 'index.html'), 'utf8');
  const listed = parseLazyModules(
    new RegExp(`name="${lazyModulesMeta}" content="([^"]*)"`, 'u').exec(index)?.[1] ?? '',
  );
  return new Map([...listed].map(([part, files]) => [part, files.map((file) => file.replace(/^\/[^/]+\//u, ''))]));
}

function namesFor(parts: readonly string[], folder: string): ReadonlySet<string> {
  const manifest = readManifest(folder);
  const files = new Set<string>(['index.html']);
  const seen = new Set<string>();
  const follow = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`${name} is not in the built page`);
    if (seen.has(name)) return;
    seen.add(name);
    for (const file of [chunk.file, ...chunk.css]) files.add(file);
    for (const imported of chunk.imports) follow(imported);
  };
  follow('index.html');
  const listed = listLazyModules(folder);
  for (const part of parts) {
    const own = listed.get(part);
    if (own === undefined) throw new Error(`${part} is no part of the built page`);
    for (const file of own) files.add(file);
  }
  return files;
}

/** The files that a page loads at once, and those of these parts, each once. Throws for a part that it does not list. */
export const filesFor = (parts: readonly string[], folder: string = builtTab): readonly BuiltFile[] =>
  readBuilt(folder, namesFor(parts, folder));

/** Every file of the tab that these are not: what is loaded when it is asked for. */
export function filesExcept(first: readonly BuiltFile[]): readonly BuiltFile[] {
  const known = new Set(first.map(({ file }) => file));
  const all = Object.values(readManifest(builtTab)).flatMap(({ file, css }) => [file, ...css]);
  return readBuilt(builtTab, new Set(all.filter((file) => !known.has(file))));
}

const weights = new Map<string, number>();
/** Squeezed once for each content: most files belong to many parts. */
function kilobytesOf({ file, bytes }: BuiltFile): number {
  const known = weights.get(`${file} ${bytes.length}`);
  if (known !== undefined) return known;
  const kilobytes = gzipSync(bytes).length / 1000;
  weights.set(`${file} ${bytes.length}`, kilobytes);
  return kilobytes;
}

/** What they weigh on their way to the browser, in kB of 1,000 bytes, by gzip. */
export const totalKilobytes = (files: readonly BuiltFile[]): number =>
  files.reduce((sum, file) => sum + kilobytesOf(file), 0);

/** The files that parts need beyond what others have brought. */
export function additionalFiles(
  parts: readonly string[],
  others: readonly string[],
  folder: string = builtTab,
): readonly BuiltFile[] {
  const there = namesFor(others, folder);
  return readBuilt(
    folder,
    [...namesFor(parts, folder)].filter((file) => !there.has(file)),
  );
}

const modulesSchema = z.record(z.string(), z.record(z.string(), z.number()));

/** The modules that weigh most in these files, and about how many kB each of them is of them. */
export function heaviestModules(files: readonly BuiltFile[], folder: string = builtTab): readonly string[] {
  const modules = modulesSchema.parse(JSON.parse(readFileSync(join(folder, modulesFile), 'utf8')));
  const shares = files.flatMap((file) => {
    const own = Object.entries(modules[file.file] ?? { [file.file]: 1 });
    const all = own.reduce((sum, [, length]) => sum + length, 0);
    return own.map(([name, length]) => ({ name, share: (kilobytesOf(file) * length) / Math.max(1, all) }));
  });
  return shares
    .toSorted((one, other) => other.share - one.share)
    .slice(0, 12)
    .map(({ name, share }) => `${name}: about ${share.toFixed(1)} kB`);
}
