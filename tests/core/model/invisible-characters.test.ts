import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isBlank, stripInvisibleCharacters } from '../../../core/model/invisible-characters.ts';
import { invisibleCharacters } from '../../support/core/invisible-characters.ts';

const unseen = fc.array(fc.constantFrom(...invisibleCharacters)).map((parts) => parts.join(''));

describe('a text in which nothing is to be seen', () => {
  it.each(invisibleCharacters.map((one) => [one.codePointAt(0)?.toString(16), one]))('is blank: U+%s', (_, one) => {
    expect(isBlank(one ?? '')).toBe(true);
  });

  it('is blank however much of it there is, and is not with one letter, sign or picture among it', () => {
    fc.assert(
      fc.property(
        unseen,
        unseen,
        fc.constantFrom('a', 'ŵ', '0', '?', '.', '👍', 'ع', '語', '-'),
        (left, right, seen) => {
          expect([isBlank(left), isBlank(`${left}${right}`), isBlank(`${left}${seen}${right}`)]).toEqual([
            true,
            true,
            false,
          ]);
          expect(stripInvisibleCharacters(`${left}${seen}${right}`)).toBe(seen);
        },
      ),
    );
  });

  it('is blank exactly where nothing is left of it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), unseen, fc.string({ unit: 'grapheme' })), (text) => {
        expect(isBlank(text)).toBe(stripInvisibleCharacters(text) === '');
        expect(isBlank(`${text}\uD83D`)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
