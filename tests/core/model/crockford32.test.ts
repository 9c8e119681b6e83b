import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { invisibleCharacters } from '../../support/core/invisible-characters.ts';
import { formatGroups, encodeCrockford32, parseCrockford32 } from '../../../core/model/crockford32.ts';

const alphabet = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const lengths = fc.constantFrom(10, 24);
/** Whole symbols of a case reference or a return code. */
const symbols = lengths.chain((length) =>
  fc.uint8Array({ minLength: 15, maxLength: 15 }).map((bytes) => encodeCrockford32(bytes, length - 1)),
);
const numRuns = process.env['SLOW'] ? 2_000 : 60;

/** The first symbols of bytes, by arithmetic on one large number. */
function byArithmetic(bytes: Uint8Array, count: number): string {
  const whole = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  const bits = BigInt(bytes.length * 8);
  return Array.from(
    { length: count },
    (_, place) => alphabet[Number((whole >> (bits - 5n * BigInt(place + 1))) & 31n)],
  ).join('');
}

describe('symbols that are said aloud', () => {
  it('hold the bits of their bytes in order, five to a symbol', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 15, maxLength: 15 }), fc.constantFrom(9, 23), (bytes, count) => {
        expect(encodeCrockford32(bytes, count).slice(0, -1)).toBe(byArithmetic(bytes, count));
      }),
    );
  });

  it('do not come from too few bytes', () => {
    expect(() => encodeCrockford32(new Uint8Array(14), 23)).toThrow(RangeError);
    expect(encodeCrockford32(new Uint8Array(6), 9)).toHaveLength(10);
  });

  it('come back from the person who wrote them down', () => {
    fc.assert(fc.property(symbols, (whole) => expect(parseCrockford32(whole, whole.length)).toBe(whole)));
  });

  it('are none where one that is written as they are kept is wrong', () => {
    fc.assert(
      fc.property(symbols, fc.nat(), fc.constantFrom(...alphabet), (whole, place, other) => {
        const at = place % whole.length;
        fc.pre(whole[at] !== other);
        expect(parseCrockford32(whole.slice(0, at) + other + whole.slice(at + 1), whole.length)).toBeUndefined();
        expect(parseCrockford32(whole + other, whole.length)).toBeUndefined();
      }),
      { numRuns },
    );
  });

  it('are found wrong wherever a single one is another', () => {
    fc.assert(
      fc.property(symbols, (whole) => {
        for (let place = 0; place < whole.length; place += 1) {
          for (const other of alphabet) {
            if (other === whole[place]) continue;
            const wrong = whole.slice(0, place) + other + whole.slice(place + 1);
            expect(parseCrockford32(wrong, whole.length)).toBeUndefined();
          }
        }
      }),
      { numRuns },
    );
  });

  it('are found wrong wherever two are swapped, neighbours or not', () => {
    fc.assert(
      fc.property(symbols, (whole) => {
        for (let first = 0; first < whole.length; first += 1) {
          for (let second = first + 1; second < whole.length; second += 1) {
            const swapped = Array.from(whole);
            [swapped[first], swapped[second]] = [whole.charAt(second), whole.charAt(first)];
            const expected = whole[first] === whole[second] ? whole : undefined;
            expect(parseCrockford32(swapped.join(''), whole.length)).toBe(expected);
          }
        }
      }),
      { numRuns },
    );
  });

  it('are understood however they are spelt: case, spaces, stops, dashes, full width, O, I and L', () => {
    const spellings: Readonly<Record<string, readonly string[]>> = { 0: ['0', 'o', 'O'], 1: ['1', 'i', 'I', 'l', 'L'] };
    const between = fc.constantFrom('', '', ' ', '-', '.', '\u2010', '\u2013', '\u2014', '\u00a0', '\n', ' - ');
    const wide = (symbol: string) => String.fromCodePoint((symbol.codePointAt(0) ?? 0) + 0xfee0);
    const spelt = symbols.chain((whole) =>
      fc
        .tuple(
          ...Array.from(whole, (symbol) =>
            fc.tuple(
              fc.constantFrom(symbol, symbol.toLowerCase(), wide(symbol), ...(spellings[symbol] ?? [])),
              between,
            ),
          ),
        )
        .map((parts) => ({ whole, written: parts.flat().join('') })),
    );
    fc.assert(fc.property(spelt, ({ whole, written }) => expect(parseCrockford32(written, whole.length)).toBe(whole)));
  });

  it('are understood between what nobody sees, in quotes, and behind words that say what they are', () => {
    const between = fc.constantFrom('', '', '-', ' ', ...invisibleCharacters);
    const quotes = fc.constantFrom(
      ['', ''],
      ['"', '"'],
      ['“', '”'],
      ['‘', '’'],
      ['«', '»'],
      ['„', '“'],
      ['`', '`'],
      ['´', '´'],
    );
    const labels = fc.constantFrom(
      '',
      'code: ',
      'Code:',
      'Return code ',
      'Cod: ',
      'Cod dychwelyd：',
      'code = ',
      'My code is ',
      'Code (1): ',
    );
    const spelt = fc
      .tuple(symbols, labels, quotes)
      .chain(([whole, before, [open, close]]) =>
        fc
          .tuple(...Array.from(whole, (symbol) => between.map((one) => `${symbol}${one}`)))
          .map((parts) => ({ whole, written: `${before}${open}${parts.join('')}${close}` })),
      );
    fc.assert(fc.property(spelt, ({ whole, written }) => expect(parseCrockford32(written, whole.length)).toBe(whole)));
  });

  it('are nothing where more symbols stand before them than a label has', () => {
    fc.assert(
      fc.property(symbols, fc.constantFrom('0', '12 ', 'A1 ', '9-'), (whole, before) => {
        expect(parseCrockford32(`${before}${whole}`, whole.length)).toBeUndefined();
      }),
    );
  });

  it('are nothing where the length is another or a symbol is none', () => {
    fc.assert(
      fc.property(
        symbols,
        fc.nat({ max: 9 }),
        fc.constantFrom('U', 'u', '*', '\u00e9', '\u{1f600}'),
        (whole, place, odd) => {
          expect(parseCrockford32(whole.slice(1), whole.length)).toBeUndefined();
          expect(parseCrockford32(`${whole}0`, whole.length)).toBeUndefined();
          expect(parseCrockford32(whole.slice(0, place) + odd + whole.slice(place + 1), whole.length)).toBeUndefined();
        },
      ),
    );
  });

  it('are nothing in any other text, however long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const found = parseCrockford32(text, 24);
        if (found !== undefined) expect(parseCrockford32(found, 24)).toBe(found);
      }),
    );
    expect(parseCrockford32(' '.repeat(177) + encodeCrockford32(new Uint8Array(15), 23), 24)).toBeUndefined();
  });

  it('are shown in groups', () => {
    expect(formatGroups('ABCDEFGHJK', [3, 3, 4])).toBe('ABC-DEF-GHJK');
  });
});
