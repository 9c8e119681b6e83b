import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Language, languages } from '../../core/model/language.ts';
import { alertChannelWords } from '../../words/alert-channels.ts';
import { catalogue as cardWords } from '../../words/cards/catalogue.ts';
import { catalogue as partnerWords } from '../../words/partners/catalogue.ts';
import { catalogue as tabWords } from '../../words/tab/catalogue.ts';
import type { Word } from '../../words/word.ts';

const root = join(import.meta.dirname, '../..');
const words: readonly Word[] = [cardWords, tabWords, partnerWords].flatMap((one) => Object.values<Word>(one));
/** What is typed in a channel. */
const typedTexts = Object.values(alertChannelWords).map(({ typed }) => typed);
/** They speak of a terminal, where nothing is on a page. */
const forOperators = new Set([
  'azure',
  'container',
  'fleet',
  'install',
  'keeping',
  'operator',
  'runbook',
  'secrets-and-people',
]);

/** What a text says whatever its values, plurals and choices are, in its order. */
function fixedParts(text: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth += 1;
    if (depth === 0) parts.push((parts.pop() ?? '') + character);
    if (character === '}') depth -= 1;
    if (character === '}' && depth === 0) parts.push('');
  }
  return parts;
}

const patternsOf = (language: Language): readonly RegExp[] =>
  [...words.map((word) => word[language]), ...typedTexts.map((typed) => typed[language])]
    .map((text) => fixedParts(text))
    .filter((parts) => /\p{L}{2}/u.test(parts.join('')))
    .map(
      (parts) =>
        new RegExp(
          `^${parts.map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)).join('.*')}$`,
          'u',
        ),
    );

const withoutCode = (text: string): string => text.replaceAll(/```.*?```|`[^`\n]*`/gsu, '');
const boldOf = (text: string): readonly string[] =>
  [...withoutCode(text).matchAll(/\*\*([^*]+)\*\*/gu)].map(([, bold = '']) => bold);

describe('the guides for people who use the pages', () => {
  it.each(languages)('set in bold only what a page says, letter for letter, in %s', (language) => {
    const patterns = patternsOf(language);
    const folder = join(root, 'docs/guides', language === 'en' ? '' : language);
    const guides = globSync(join(folder, '*.md')).filter((path) => !forOperators.has(basename(path, '.md')));
    expect(guides.length).toBeGreaterThan(10);
    const notSaid = guides.flatMap((path) =>
      boldOf(readFileSync(path, 'utf8'))
        .filter((bold) => !patterns.some((pattern) => pattern.test(bold) || pattern.test(`${bold} `)))
        .map((bold) => `${basename(path)}: ${bold}`),
    );
    expect(notSaid).toEqual([]);
  });
});
