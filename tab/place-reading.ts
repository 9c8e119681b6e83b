import type { Plugin } from 'vite';
import * as reading from '../contract/reading.ts';

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
