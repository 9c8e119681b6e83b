import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { languages } from '../../../../core/model/language.ts';
import { wordsOfCode } from '../../../support/journeys/code-forms.ts';
import { isLikelyReturnCode } from '../../../../bot/teams/handlers/message-handler.ts';
import { generateReturnCode, parseReturnCode, formatReturnCode } from '../../../../core/model/return-code.ts';

/** Codes with letters and digits in most groups, as nearly all are. */
const codes = fc
  .uint8Array({ minLength: 15, maxLength: 15 })
  .map((bytes) => formatReturnCode(generateReturnCode(() => bytes)))
  .filter((code) => {
    const mixed = code.split('-').filter((group) => /\d/u.test(group) && /[A-Z]/u.test(group));
    return mixed.length >= 4 && code.replace(/[^A-Z]/gu, '').length >= 9 && code.replace(/\D/gu, '').length >= 6;
  });

const spellings: readonly ((code: string) => string)[] = [
  (code) => code,
  (code) => code.toLowerCase().replaceAll('-', ' '),
  (code) => code.replaceAll('-', ''),
  (code) => Array.from(code.replaceAll('-', '')).join(' '),
  (code) => `“${code}”`,
  (code) => code.replaceAll('-', '\u2014'),
  (code) => code.replaceAll('-', '\n'),
  (code) => code.replaceAll('-', ' \u200b/ '),
  (code) => `${code.slice(0, 14)}\n${code.slice(15)}`,
  (code) => code.replaceAll('0', 'o').replaceAll('1', 'l'),
];
const around: readonly ((code: string) => string)[] = [
  (code) => code,
  (code) => `Code: ${code}`,
  (code) => `cod dychwelyd ${code}.`,
  (code) => `Hello, I have this code, ${code}, and it does not work since 3 pm. What now?`,
  (code) => `(${code})`,
];

describe('what may be a return code', () => {
  it('is whatever coming back would take', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 15, maxLength: 15 }), fc.nat(), fc.nat(), (bytes, one, other) => {
        const code = formatReturnCode(generateReturnCode(() => bytes));
        const spelt = spellings[one % spellings.length]?.(code) ?? '';
        const typed = around[other % around.length]?.(spelt) ?? '';
        if (parseReturnCode(typed) !== undefined) expect(isLikelyReturnCode(typed)).toBe(true);
      }),
    );
  });

  it('is a code among other words, however it is spelt', () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (const spell of spellings) {
          for (const within of around)
            expect([spell(code), isLikelyReturnCode(within(spell(code)))]).toEqual([spell(code), true]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is one with a letter that is wrong, too many or missing, or a group that is', () => {
    fc.assert(
      fc.property(codes, fc.nat({ max: 23 }), fc.constantFrom('U', '7', 'k'), (code, place, other) => {
        const at = place + Math.floor(place / 4);
        const wrong = [
          `${code.slice(0, at)}${other}${code.slice(at + 1)}`,
          `${code.slice(0, at)}${other}${code.slice(at)}`,
          `${code.slice(0, at)}${code.slice(at + 1)}`,
          code.slice(5),
          `${code}-${code.slice(0, 4)}`,
        ];
        // What is left of it may have too few digits to be told from words: one code in hundreds.
        for (const typed of wrong.filter((one) => one.replace(/\D/gu, '').length > 3)) {
          expect([typed, isLikelyReturnCode(`my code ${typed} thanks`)]).toEqual([typed, true]);
        }
      }),
    );
  });

  it.each(languages)('is eleven words in a row, in %s, alone or among others, or with a slip in one', (language) => {
    fc.assert(
      fc.property(codes, fc.nat({ max: 10 }), (code, place) => {
        const words = wordsOfCode(code, language).split(' ');
        const typed = [words.join(' '), words.join(', ').toUpperCase(), words.with(place, 'xqzxq').join('\n')];
        for (const text of typed) {
          for (const within of around) expect([text, isLikelyReturnCode(within(text))]).toEqual([text, true]);
        }
      }),
    );
  });

  it.each([
    '',
    'hello',
    'A sergeant came at 10 pm on 3 May 2026 to 14 High Street, and again on the 5th.',
    'Ring me on 01633 838111 or 0800 085 0000, extension 1234.',
    'PC 1234 and PC 5678 were on the A470 at about 23.45, in a car with AB12 CDE on it.',
    'Reference ABC-DEF-GHJK, crime number 2600123456.',
    'Daeth rhingyll i’r tŷ am 10 y nos ar 3 Mai, ac eto ar y 5ed, heb reswm yn y byd.',
    '550e8400-e29b-41d4-a716-446655440000',
    'https://example.org/a/page?of=many&words=2',
    '1234 5678 9012 3456 7890 1234',
  ])('is no other words: %s', (text) => {
    expect(isLikelyReturnCode(text)).toBe(false);
  });
});
