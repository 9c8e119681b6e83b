import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PageManifest, signedPageOf } from '../page/signed-page.ts';
import { digestOfPages } from './ask-force.ts';

export async function manifestsIn(folder: string): Promise<ReadonlyMap<string, PageManifest>> {
  const known = new Map<string, PageManifest>();
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.json')) continue;
    // There may be anything beside the manifests, even a folder with such a name.
    const manifest = signedPageOf(await readFile(join(folder, name), 'utf8').catch(() => ''))?.manifest;
    if (manifest) known.set(digestOfPages(manifest), manifest);
  }
  return known;
}
