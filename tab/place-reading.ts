import type { Plugin } from 'vite';
import * as reading from '../contract/reading.ts';

/** Puts the lists of the operations that only read into a page as they stand, without the definitions and their schemas. */
export const placeReading = (): Plugin => ({
  name: 'candour-reading',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('/contract/reading.ts')
      ? Object.entries(reading)
          .map(([name, operations]) => `export const ${name} = ${JSON.stringify(operations)};\n`)
          .join('')
      : undefined,
});
