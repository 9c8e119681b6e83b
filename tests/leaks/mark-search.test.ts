import { writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { newCanary } from '../support/journeys/new-canary.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { createMarkSearch } from './mark-search.ts';
import { countMarksInFile } from './process-memory.ts';

let folder: string;
beforeAll(() => {
  folder = createTemporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const guises: readonly ((mark: string, offset: number) => string)[] = [
  (mark) => mark,
  (mark) => JSON.stringify(JSON.stringify({ what: `"${mark}"` })),
  (mark, offset) => Buffer.from(`${'x'.repeat(offset)}${mark} and more`).toString('base64'),
  (mark) => Buffer.from(mark).toString('hex'),
];
const chunkBytes = 4 * 1024 * 1024;

describe('the search for marks in memory and files', () => {
  it('finds a mark in every guise and encoding, wherever in a piece it begins, and no other', () => {
    const [mark, other] = [newCanary(), newCanary()];
    fc.assert(
      fc.property(
        fc.constantFrom(...guises),
        fc.nat(2),
        fc.constantFrom('utf8', 'utf16le'),
        fc.uint8Array({ maxLength: 50 }),
        fc.uint8Array({ maxLength: 50 }),
        (guise, offset, encoding, before, after) => {
          const search = createMarkSearch([mark, other]);
          const piece = Buffer.concat([before, Buffer.from(guise(mark, offset), encoding), after]);
          search.look(piece, piece.length);
          expect([search.counts.get(mark), search.counts.get(other)]).toEqual([1, 0]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('counts once what lies across the end of a piece, and what stands at the end of a file', () => {
    const mark = newCanary();
    const bytes = Buffer.from(mark);
    const path = join(folder, 'large');
    for (let before = 0; before <= bytes.length; before += 1) {
      const start = Buffer.alloc(chunkBytes - before);
      writeFileSync(path, Buffer.concat([start, bytes, Buffer.alloc(1_000), bytes]));
      expect(countMarksInFile(path, [mark]).get(mark)).toBe(2);
    }
  });
});
