import { dirname, relative } from 'node:path';
import type { Plugin } from 'vite';
import { readAtRunTime } from './read-at-run-time.ts';

/**
 * Has each module of ours find its files beside it, as in the sources: in the artefact all code stands in one folder
 * below the first, and what is read at run time stands where it stood.
 */
export const inPlace = (root: string): Plugin => ({
  name: 'candour-in-place',
  enforce: 'pre',
  transform(code, id) {
    const file = relative(root, id).replaceAll('\\', '/');
    if (id.startsWith('\0') || file.startsWith('..') || file.includes('node_modules/')) return undefined;
    if (!/\bimport\.meta\b/u.test(code)) return undefined;
    if (readAtRunTime[file] === undefined) {
      this.error(`${file} reads files beside it, which release/read-at-run-time.ts does not name`);
    }
    const placed = code.replaceAll(/import\.meta\.(?:url|dirname)/gu, (asked) =>
      asked === 'import.meta.url'
        ? `new URL(${JSON.stringify(`../${file}`)}, import.meta.url).href`
        : `(import.meta.dirname + ${JSON.stringify(`/../${dirname(file)}`)})`,
    );
    return { code: placed, map: null };
  },
});
