import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { cleanText } from '../../../tab/files/clean-text.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Variation_Selector}]/u;

describe('the text of a file', () => {
  it('has no sign that nobody sees but the ends of lines and tabs, whatever it was, and is itself from then on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const { text } = cleanText(bytes(`a${typed.toWellFormed()}`));
        expect(unseen.test(text.replaceAll(/[\n\t]/gu, ''))).toBe(false);
        expect(text).toBe(text.normalize('NFC'));
        expect(cleanText(bytes(text)).text).toBe(text);
      }),
      { numRuns: process.env.SLOW ? 20_000 : 500 },
    );
  });

  it('keeps what is read: letters with marks, other scripts, and signs of more than one letter', () => {
    const words = 'Ŵyr y tŷ · Ысты · 北京 · 👮‍♀️ £5\n\tand on';
    expect(cleanText(bytes(words)).text).toBe(words.replaceAll('\u200D', '').replaceAll('\uFE0F', ''));
    expect(cleanText(bytes('w\u0302yr')).text).toBe('ŵyr');
  });
});
