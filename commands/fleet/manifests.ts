import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PageManifest, signedPageOf } from '../page/signed-page.ts';
import { digestOfPages } from './ask-force.ts';

/** The manifests of pages in a folder, by their digests. Throws the error of the file system where it cannot be read. */
export async function manifestsIn(folder: string): Promise<ReadonlyMap<string, PageManifest>> {
  const known = new Map<string, PageManifest>();
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.json')) continue;
    // Beside the manifests there may be anything, a folder with such a name as well.
    const manifest = signedPageOf(await readFile(join(folder, name), 'utf8').catch(() => ''))?.manifest;
    if (manifest) known.set(digestOfPages(manifest), manifest);
  }
  return known;
}
