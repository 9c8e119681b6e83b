import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  generateReturnCode,
  hasReturnCodeChecksumError,
  parseReturnCode,
  formatReturnCode,
} from '../../../core/model/return-code.ts';

const bytes15 = fc.uint8Array({ minLength: 15, maxLength: 15 });

describe('a return code', () => {
  it('has six groups of four and comes back from how it is shown', () => {
    fc.assert(
      fc.property(bytes15, (bytes) => {
        const code = generateReturnCode(() => bytes);
        const shown = formatReturnCode(code);
        expect(shown).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/u);
        expect(parseReturnCode(shown)).toBe(code);
        expect(parseReturnCode(shown.toLowerCase().replaceAll('-', ' '))).toBe(code);
      }),
    );
  });

  it('holds 115 random bits: each of them changes it', () => {
    const plain = new Uint8Array(15);
    const codes = new Set([generateReturnCode(() => plain)]);
    for (let bit = 0; bit < 115; bit += 1) {
      codes.add(generateReturnCode(() => plain.with(bit >> 3, 128 >> (bit & 7))));
    }
    expect(codes.size).toBe(116);
  });

  it('asks for 15 bytes and is not drawn from fewer', () => {
    const asked: number[] = [];
    generateReturnCode((count) => {
      asked.push(count);
      return new Uint8Array(count);
    });
    expect(asked).toEqual([15]);
    expect(() => generateReturnCode(() => new Uint8Array(14))).toThrow(RangeError);
  });

  it('is not any text that is shorter, longer or wrong', () => {
    for (const text of ['', '0000', '0000-0000-0000-0000-0000-0001', '0'.repeat(25)]) {
      expect(parseReturnCode(text)).toBeUndefined();
    }
    expect(parseReturnCode('OOOO oooo 0000 0000 0000 0000')).toBe('0'.repeat(24));
  });

  it('has a slip where one letter or digit of it is another, or two have changed places', () => {
    const alnum = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    fc.assert(
      fc.property(bytes15, fc.nat({ max: 23 }), fc.constantFrom(...alnum), (bytes, place, other) => {
        const code = generateReturnCode(() => bytes);
        expect(hasReturnCodeChecksumError(formatReturnCode(code))).toBe(false);
        const wrong = `${code.slice(0, place)}${other}${code.slice(place + 1)}`;
        const spelt = `Return code: ${wrong.toLowerCase().replaceAll(/(.{4})/gu, '$1 ')}`;
        for (const typed of [wrong, spelt]) {
          expect(hasReturnCodeChecksumError(typed)).toBe(parseReturnCode(typed) === undefined && /\d/u.test(wrong));
        }
        const swapped = Array.from(code);
        [swapped[place], swapped[(place + 5) % 24]] = [swapped[(place + 5) % 24] ?? '', swapped[place] ?? ''];
        expect(hasReturnCodeChecksumError(swapped.join(''))).toBe(swapped.join('') !== code && /\d/u.test(code));
      }),
    );
  });

  it('has no slip where it is shorter, longer, or words', () => {
    const code = formatReturnCode(generateReturnCode((count) => new Uint8Array(count).fill(9)));
    const said = ['', code.slice(1), `${code}0`, 'this is only what he told us', `${code} ${code}`, 'x'.repeat(201)];
    expect(said.filter(hasReturnCodeChecksumError)).toEqual([]);
  });
});
