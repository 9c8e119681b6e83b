import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  randomBelow,
  generatePassphrase,
  type FillRandom,
  minPassphraseLength,
  passphraseWordCount,
} from '../../crypto/passphrase-generator.ts';
import { englishWords } from '../../crypto/word-lists/english.ts';
import { welshWords } from '../../crypto/word-lists/welsh.ts';

/** Gives these numbers, one after the other. */
const given = (...numbers: readonly number[]): FillRandom => {
  const left = [...numbers];
  return (array) => array.set([left.shift() ?? 0]);
};

const lists = [
  ['English', englishWords],
  ['Welsh', welshWords],
] as const;

describe.each(lists)('the %s words', (_, words) => {
  it('are 2,048, each once, short, and written with the letters of every keyboard', () => {
    expect(words).toHaveLength(2048);
    expect(new Set(words).size).toBe(2048);
    expect(words.filter((word) => !/^[a-z]{3,9}$/u.test(word))).toEqual([]);
  });

  it('make passphrases of six, worth 66 bits, that are long enough', () => {
    const passphrase = generatePassphrase(words);
    const parts = passphrase.split(' ');
    expect(parts).toHaveLength(passphraseWordCount);
    expect(parts.every((part) => words.includes(part))).toBe(true);
    expect(passphraseWordCount * Math.log2(words.length)).toBe(66);
    const shortest = Math.min(...words.map((word) => word.length));
    expect(shortest * passphraseWordCount + passphraseWordCount - 1).toBeGreaterThanOrEqual(minPassphraseLength);
  });

  it('are each drawn', () => {
    const seen = new Set(
      words.map((_word, at) => generatePassphrase(words, given(at, at, at, at, at, at)).split(' ')[5]),
    );
    expect(seen.size).toBe(words.length);
  });
});

describe('the Welsh words', () => {
  it('are not made into one another by one wrong, missing or added letter', () => {
    // Two words are that close only where they are alike with one letter left out of either.
    const without = (word: string) =>
      Array.from(word, (_letter, at) => `${at} ${word.slice(0, at)}${word.slice(at + 1)}`);
    const shortened = welshWords.flatMap(without);
    expect(new Set(shortened).size).toBe(shortened.length);
    const all = new Set(welshWords);
    const dropped = welshWords.flatMap((word) => without(word).map((one) => one.replace(/^\d+ /u, '')));
    expect(dropped.filter((word) => all.has(word))).toEqual([]);
  });
});

describe('a number that is drawn', () => {
  it('is taken from whole rounds alone, so that none is likelier than another', () => {
    const most = 2 ** 32 - 1;
    // 2^32 is 1 beyond a whole round of threes: the last number is drawn again.
    expect(randomBelow(3, given(most, 4))).toBe(1);
    expect(randomBelow(3, given(most - 1))).toBe(2);
    expect(randomBelow(2048, given(most))).toBe(2047);
  });

  it('is never beyond what it is drawn from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (below) => {
        const number = randomBelow(below);
        expect(Number.isInteger(number) && number >= 0 && number < below).toBe(true);
      }),
    );
  });
});
