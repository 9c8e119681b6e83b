import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { plainLines } from '../../cards/page.ts';

describe('words of a person as lines', () => {
  it('leave blank lines out', () => {
    expect(plainLines('a\r\n\n  \nb\u2028c')).toEqual(['a', 'b', 'c']);
  });

  it('have no two braces beside each other that a client would take for a date', () => {
    expect(plainLines('{{{DATE(x)}}')).toEqual(['{\u2060{\u2060{DATE(x)}}']);
    fc.assert(fc.property(fc.string(), (text) => !plainLines(text).join('\n').includes('{{')));
  });

  it('are otherwise as they were typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const typed = text.split(/\r\n|[\n\r\u2028\u2029]/u).filter((line) => line.trim() !== '');
        expect(plainLines(text).map((line) => line.replaceAll('{\u2060{', '{{'))).toHaveLength(typed.length);
        expect(plainLines(text).join('').replaceAll('\u2060', '')).toBe(typed.join('').replaceAll('\u2060', ''));
      }),
    );
  });
});
