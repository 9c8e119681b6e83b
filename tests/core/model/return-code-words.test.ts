import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { languages, type Language, otherLanguage } from '../../../core/model/language.ts';
import {
  formatReturnCode,
  generateReturnCode,
  type ReturnCode,
  parseReturnCode,
} from '../../../core/model/return-code.ts';
import {
  encodeReturnCodeWords,
  readReturnCode,
  returnCodeWordCount,
  type ReturnCodeProblem,
} from '../../../core/model/return-code-words.ts';
import { returnCodeWords } from '../../../crypto/word-lists/return-code-words.ts';

const codes = fc.uint8Array({ minLength: 15, maxLength: 15 }).map((bytes) => generateReturnCode(() => bytes));
const places = fc.integer({ min: 0, max: returnCodeWordCount - 1 });
const wordsOf = (code: ReturnCode, language: Language) =>
  encodeReturnCodeWords(code, returnCodeWords[language]).split(' ');
const read = (text: string): ReturnCode | ReturnCodeProblem => {
  const result = readReturnCode(text, returnCodeWords);
  return 'code' in result ? result.code : result.problem;
};
const withWord = (words: readonly string[], place: number, word: string) => words.with(place, word).join(' ');

const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
const slips: Readonly<Record<string, (word: string, at: number, letter: string) => string>> = {
  wrong: (word, at, letter) => `${word.slice(0, at)}${letter}${word.slice(at + 1)}`,
  missing: (word, at) => `${word.slice(0, at)}${word.slice(at + 1)}`,
  added: (word, at, letter) => `${word.slice(0, at)}${letter}${word.slice(at)}`,
  swapped: (word, at) => `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`,
};

describe.each(languages)('the words of return codes in %s', (language) => {
  const list = returnCodeWords[language];

  it('are 2,048, each once, of three to nine letters of any keyboard', () => {
    expect(new Set(list).size).toBe(2048);
    expect(list).toHaveLength(2048);
    expect(list.filter((word) => !/^[a-z]{3,9}$/u.test(word))).toEqual([]);
  });

  it('never change, as people have written them down', () => {
    expect(createHash('sha256').update(list.join(' ')).digest('hex')).toBe(
      language === 'en'
        ? '06a9cb64c0741cc116ef6bd9344d3cadfdafe7c783c154e1317cf945ae5b2c07'
        : '6374109be1137fe03e5492bc00a5de48d38e88fe1df73d7167f35a90bdcbd17a',
    );
  });

  it('fail the check wherever one slip of a letter makes one word of another', () => {
    const known = new Map(list.map((word, place) => [word, place]));
    const code = generateReturnCode(() => new Uint8Array(15));
    const words = wordsOf(code, language);
    const [first = ''] = words;
    expect(words).toEqual(words.map(() => first));
    const pairs = list.flatMap((word) =>
      Object.values(slips)
        .flatMap((slip) =>
          Array.from({ length: word.length + 1 }, (_, at) => letters.map((letter) => slip(word, at, letter))).flat(),
        )
        .filter((other) => other !== word && known.has(other))
        .map((other) => [word, other] as const),
    );
    expect(pairs.length).toBeGreaterThan(0);
    const differences = new Set(pairs.map(([one, other]) => (known.get(one) ?? 0) ^ (known.get(other) ?? 0)));
    const unnoticed = [...differences].filter(
      (difference) => typeof read(withWord(words, 3, list[difference] ?? '')) === 'string',
    );
    expect(unnoticed).toEqual([]);
  });

  it('give back the code that they stand for', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const words = wordsOf(code, language);
        expect(words).toHaveLength(returnCodeWordCount);
        expect(read(words.join(' '))).toBe(code);
        expect(read(formatReturnCode(code))).toBe(code);
      }),
    );
  });

  it('are taken in any case, with accents, numbers, commas, lines, invisible characters and a label', () => {
    const spellings: readonly ((words: readonly string[]) => string)[] = [
      (words) => words.join('  ').toUpperCase(),
      (words) => words.map((word, at) => `${at + 1}. ${word}`).join('\n'),
      (words) => words.map((word, at) => `${at + 1}${word},`).join(' '),
      (words) => `Code: ${words.join(', ')}.`,
      (words) => `Eich cod dychwelyd: ${words.join(' ')}`,
      (words) => `Your return code is\r\n${words.join('-')}`,
      (words) => words.map((word) => word.replace('w', 'ŵ').replace('a', 'á')).join('\u00a0'),
      (words) => words.map((word) => word.replace('o', 'o\u0302')).join('\t'),
      (words) => words.map((word) => `${word.slice(0, 2)}\u200b${word.slice(2)}\u00ad`).join(' '),
      (words) => words.join(' ').toUpperCase().replaceAll('I', 'İ'),
      (words) => words.join(' ').replaceAll('i', 'ı'),
      (words) => words.join(' ').replaceAll('a', 'ａ'),
    ];
    fc.assert(
      fc.property(codes, fc.constantFrom(...spellings), (code, spell) => {
        expect(read(spell(wordsOf(code, language)))).toBe(code);
      }),
    );
  });

  it('are found if pasted with the symbols', () => {
    const lettersOnly = Array.from({ length: 256 }, (_, byte) =>
      generateReturnCode((bytes) => new Uint8Array(bytes).fill(byte)),
    ).filter((code) => !/\d/u.test(code));
    const lateDigits = parseReturnCode('QCZKFYHMYXQVAEMB2C0001KZ');
    const symbolsLikeWords = lateDigits === undefined ? [] : [lateDigits, ...lettersOnly];
    expect(symbolsLikeWords.length).toBeGreaterThan(1);
    fc.assert(
      fc.property(codes, (code) => {
        expect(read(`${wordsOf(code, language).join(' ')} ${formatReturnCode(code)}`)).toBe(code);
      }),
      { examples: symbolsLikeWords.map((code) => [code]) },
    );
  });

  it('are mended after one slip in one word, or refused with its place', () => {
    let mended = 0;
    let refused = 0;
    fc.assert(
      fc.property(
        codes,
        places,
        fc.constantFrom(...Object.values(slips)),
        fc.nat({ max: 9 }),
        fc.constantFrom(...letters),
        (code, place, slip, at, letter) => {
          const words = wordsOf(code, language);
          const word = words[place] ?? '';
          const typed = slip(word, Math.min(at, word.length - 1), letter);
          const result = read(withWord(words, place, typed));
          if (list.includes(typed) || typed.length < 2) return;
          // A slip that is the beginning of one other word is told apart by the check alone.
          const isBeginning = list.filter((one) => one.startsWith(typed)).length === 1;
          if (result === code) mended += 1;
          else if (typeof result === 'string') expect(isBeginning).toBe(true);
          else {
            refused += 1;
            const isTaken = isBeginning && typed.length >= 4;
            expect(result).toEqual(isTaken ? { code: 'wordSlip' } : { code: 'unknownWord', by: place + 1 });
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(mended).toBeGreaterThan(refused * 5);
  });

  it('miss one of 66 wrong words and swaps, and no more', () => {
    fc.assert(
      fc.property(codes, places, (code, place) => {
        const words = wordsOf(code, language);
        const wrong = list.filter((word) => word !== words[place]);
        const missed = wrong.filter((word) => typeof read(withWord(words, place, word)) === 'string');
        expect(missed).toHaveLength(31);
      }),
      { numRuns: 3 },
    );
    let swaps = 0;
    let unnoticed = 0;
    fc.assert(
      fc.property(codes, fc.integer({ min: 0, max: returnCodeWordCount - 2 }), (code, at) => {
        const words = wordsOf(code, language);
        const swapped = words.with(at, words[at + 1] ?? '').with(at + 1, words[at] ?? '');
        if (swapped.join() === words.join()) return;
        swaps += 1;
        const result = read(swapped.join(' '));
        if (typeof result === 'string') unnoticed += 1;
        else expect(result).toEqual({ code: 'wordSlip' });
      }),
      { numRuns: 1_000, seed: 32 },
    );
    expect(unnoticed).toBeLessThan(swaps / 25);
  });

  it('are counted, and the place of one that is not known is said', () => {
    fc.assert(
      fc.property(codes, places, (code, place) => {
        const words = wordsOf(code, language);
        // Before eleven other words, such a first word is a label.
        fc.pre(!['return', 'code', 'cod', 'dychwelyd'].includes(words[0] ?? ''));
        expect(read(words.toSpliced(place, 1).join(' '))).toEqual({ code: 'wordCount', by: 10 });
        expect(read([...words, list[7]].join(' '))).toEqual({ code: 'wordCount', by: 12 });
        expect(read(withWord(words, place, 'xqzxqzx'))).toEqual({ code: 'unknownWord', by: place + 1 });
      }),
    );
  });

  it('are of one language: a word of the other is not known', () => {
    const withoutOneLetter = (word: string): readonly string[] => [
      word,
      ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)),
    ];
    const similar = new Set(list.flatMap(withoutOneLetter));
    // Any other may be mended, as a slip of a word of the list is.
    const others = returnCodeWords[otherLanguage(language)].filter(
      (word) =>
        !list.some((one) => one.startsWith(word.slice(0, 4))) &&
        !withoutOneLetter(word).some((one) => similar.has(one)),
    );
    expect(others.length).toBeGreaterThan(500);
    fc.assert(
      fc.property(codes, places, fc.constantFrom(...others), (code, place, other) => {
        expect(read(withWord(wordsOf(code, language), place, other))).not.toBe(code);
      }),
    );
  });
});

describe('the English words of a return code', () => {
  it('may each be cut after four letters', () => {
    expect(new Set(returnCodeWords.en.map((word) => word.slice(0, 4))).size).toBe(2048);
    fc.assert(
      fc.property(codes, fc.integer({ min: 4, max: 6 }), (code, length) => {
        const cut = wordsOf(code, 'en').map((word) => word.slice(0, length));
        expect(read(cut.join(' '))).toBe(code);
      }),
    );
  });
});

describe('a text that is no return code', () => {
  it('is refused, however long or odd, and never throws', () => {
    const [word = ''] = returnCodeWords.en;
    for (const text of [
      '',
      ' ',
      word,
      Array(200).fill(word).join(' '),
      'a '.repeat(5_000_000),
      'e\u0301'.repeat(5_000_000),
      `e${'\u0301'.repeat(399)}`,
      '\ufdfa'.repeat(400),
      'aa '.repeat(133),
      'cyf '.repeat(11),
      'cyng '.repeat(11),
    ])
      expect(typeof read(text)).toBe('object');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(typeof read(text)).toBe('object');
      }),
    );
  });

  it('is never read as symbols if it holds words', () => {
    // The last four words are as long as a code of symbols: one in 32 of them passes its check.
    const random = fc.sample(codes, { numRuns: 3_000, seed: 8 });
    const wrong = random.flatMap((code) => {
      const words = wordsOf(code, 'en');
      const result = read(withWord(words, 0, 'xqzxqzx'));
      return typeof result === 'string' ? [words] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('is read as symbols alone if the lists did not load', () => {
    const code = generateReturnCode((count) => new Uint8Array(count).fill(9));
    expect(readReturnCode(formatReturnCode(code))).toEqual({ code });
    expect(readReturnCode(encodeReturnCodeWords(code, returnCodeWords.en))).toEqual({ problem: { code: 'odd' } });
  });
});
