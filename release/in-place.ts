import { dirname, relative } from 'node:path';
import type { Plugin } from 'vite';
import { readAtRunTime } from './read-at-run-time.ts';

/**
 * Lets each module find its files beside it: in the artefact all code is in one folder below the root, and files read
 * at run time keep their paths.
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
