import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const hashes = '@noble/hashes/sha2.js';
/** The modules that it is built on: they have parts of both. */
const itsParts = new Set(['./_md.js', './_u64.js']);
const mark = '?first';

/**
 * Gives the first page a copy of the module of hashes of its own, with SHA-256 alone: signatures need SHA-512 out of the
 * same module, and a module stands in one file, which everybody would load.
 */
export const firstHash = (user: string): Plugin => ({
  name: 'candour-first-hash',
  enforce: 'pre',
  async resolveId(source, importer) {
    const isFirst = source === hashes ? importer === user : itsParts.has(source) && importer?.endsWith(mark) === true;
    if (!isFirst) return undefined;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && `${found.id}${mark}`;
  },
  load: (id) => (id.endsWith(mark) ? readFile(id.slice(0, -mark.length), 'utf8') : undefined),
});
