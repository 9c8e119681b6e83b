import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

/** Where `npm run build` puts the tab. */
export const builtTab = join(import.meta.dirname, '../../../dist/tab');
/** Where it puts the partners' page. */
export const builtPartners = join(import.meta.dirname, '../../../dist/partners');

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

/** A file of the tab, as it is handed out. */
export interface BuiltFile {
  readonly file: string;
  readonly bytes: Buffer;
}
const readBuilt = (folder: string, files: Iterable<string>): readonly BuiltFile[] =>
  [...files].map((file) => ({ file, bytes: readFileSync(join(folder, file)) }));

/** What a handler's browser needs in Teams before the first page and the list of cases are there. */
export const firstLoad = ['index.html', 'teams/teams-host.ts', 'today/today-page.tsx', 'cases/cases-page.tsx'];

/** The files that these modules of a page need before they can run, each once. Throws where it was not built. */
export function filesFor(modules: readonly string[], folder: string = builtTab): readonly BuiltFile[] {
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
  for (const module of modules) follow(module);
  return readBuilt(folder, files);
}

/** Every file of the tab that these are not: what is loaded when it is asked for. */
export function filesBut(first: readonly BuiltFile[]): readonly BuiltFile[] {
  const known = new Set(first.map(({ file }) => file));
  const all = Object.values(readManifest(builtTab)).flatMap(({ file, css }) => [file, ...css]);
  return readBuilt(builtTab, new Set(all.filter((file) => !known.has(file))));
}

/** What they weigh on their way to the browser, in kB of 1,000 bytes, by gzip. */
export const weightOf = (files: readonly BuiltFile[]): number =>
  files.reduce((sum, { bytes }) => sum + gzipSync(bytes).length, 0) / 1000;

/** What modules weigh beyond what others have brought, as `weightOf` says it. */
export function weightBeside(modules: readonly string[], others: readonly string[]): number {
  const there = new Set(filesFor(others).map(({ file }) => file));
  return weightOf(filesFor(modules).filter(({ file }) => !there.has(file)));
}
