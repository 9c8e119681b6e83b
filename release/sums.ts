import { createHash } from 'node:crypto';
import type { Files } from './tar.ts';

/** As `sha256sum --check` reads them. */
export const sums = (files: Files): string =>
  [...files]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`)
    .join('');
