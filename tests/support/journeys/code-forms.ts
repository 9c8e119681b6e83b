import { languages } from '../../../core/model/language.ts';
import { parseReturnCode } from '../../../core/model/return-code.ts';
import { encodeReturnCodeWords } from '../../../core/model/return-code-words.ts';
import { returnCodeWords } from '../../../crypto/word-lists/return-code-words.ts';

/** A code's words, as a card shows them. Throws for what is no code. */
export function wordsOfCode(code: string, language: (typeof languages)[number]): string {
  const parsed = parseReturnCode(code);
  if (parsed === undefined) throw new Error('no return code');
  return encodeReturnCodeWords(parsed, returnCodeWords[language]);
}

/** Three words in a row tell a code from other text: one alone is in every text. */
const runs = [0, 4, 8] as const;

/** What gives a code away: its symbols, and runs of its words in each language, also as an address has them. */
export const codeForms = (code: string): readonly string[] => [
  code,
  code.replaceAll('-', ''),
  // A code with a slip has no words.
  ...(parseReturnCode(code) === undefined ? [] : languages).flatMap((language) => {
    const words = wordsOfCode(code, language).split(' ');
    return runs.flatMap((from) => [' ', '%20', '+'].map((between) => words.slice(from, from + 3).join(between)));
  }),
];
