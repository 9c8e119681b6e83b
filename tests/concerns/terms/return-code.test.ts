import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { drawReturnCode, parseReturnCode, showReturnCode } from '../../../concerns/terms/return-code.ts';

const bytes15 = fc.uint8Array({ minLength: 15, maxLength: 15 });

describe('a return code', () => {
  it('has six groups of four and comes back from how it is shown', () => {
    fc.assert(
      fc.property(bytes15, (bytes) => {
        const code = drawReturnCode(() => bytes);
        const shown = showReturnCode(code);
        expect(shown).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/u);
        expect(parseReturnCode(shown)).toBe(code);
        expect(parseReturnCode(shown.toLowerCase().replaceAll('-', ' '))).toBe(code);
      }),
    );
  });

  it('holds 115 random bits: each of them changes it', () => {
    const plain = new Uint8Array(15);
    const codes = new Set([drawReturnCode(() => plain)]);
    for (let bit = 0; bit < 115; bit += 1) {
      codes.add(drawReturnCode(() => plain.with(bit >> 3, 128 >> (bit & 7))));
    }
    expect(codes.size).toBe(116);
  });

  it('asks for 15 bytes and is not drawn from fewer', () => {
    const asked: number[] = [];
    drawReturnCode((count) => {
      asked.push(count);
      return new Uint8Array(count);
    });
    expect(asked).toEqual([15]);
    expect(() => drawReturnCode(() => new Uint8Array(14))).toThrow(RangeError);
  });

  it('is not any text that is shorter, longer or wrong', () => {
    for (const text of ['', '0000', '0000-0000-0000-0000-0000-0001', '0'.repeat(25)]) {
      expect(parseReturnCode(text)).toBeUndefined();
    }
    expect(parseReturnCode('OOOO oooo 0000 0000 0000 0000')).toBe('0'.repeat(24));
  });
});
