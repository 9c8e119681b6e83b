import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { parsePageContents, splitText } from '../../../../tab/file-viewer/frame/page-contents.ts';

describe('a text in pieces', () => {
  it('is the same text, whole, and no sign of it is cut in two', () => {
    const word = fc.constantFrom('a', '\n', 'ŵ', '\u{1F600}', 'words '.repeat(900));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 120 }), (words) => {
        const text = words.join('');
        const pieces = splitText(text);
        expect(pieces.join('')).toBe(text);
        expect(pieces.length).toBeGreaterThan(0);
        for (const piece of pieces) expect([piece.length <= 20_000, piece.isWellFormed()]).toEqual([true, true]);
      }),
    );
  });
});

describe('a file that is of no kind that it says', () => {
  it('is not shown, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        for (const type of ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const) {
          expect(parsePageContents(type, new Uint8Array(bytes)).ok).toBe(false);
        }
      }),
    );
  });

  it('is said to be so', () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(parsePageContents('image/jpeg', png)).toEqual({ ok: false, why: 'otherType' });
    expect(parsePageContents('image/png', png)).toEqual({ ok: false, why: 'damaged' });
    expect(parsePageContents('text/plain', png)).toEqual({ ok: false, why: 'otherType' });
  });
});
