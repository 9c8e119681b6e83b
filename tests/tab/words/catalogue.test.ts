import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import { languages } from '../../../concerns/language.ts';
import { catalogue } from '../../../tab/words/catalogue.ts';
import type { Word } from '../../../tab/words/word.ts';

const entries: readonly (readonly [string, Word])[] = Object.entries(catalogue);
const areas = [...new Set(entries.map(([key]) => key.slice(0, key.indexOf('.'))))];

/** The sources that may say something, without those in which the words stand. */
const sources = globSync('tab/**/*.{ts,tsx}', { cwd: resolve(import.meta.dirname, '../../..') })
  .filter((file) => !/^tab\/words\/\w+\.ts$/u.test(file))
  .map((file) => readFileSync(resolve(import.meta.dirname, '../../..', file), 'utf8'));
const literals = new Set(
  sources.flatMap((source) => [...source.matchAll(/'([a-zA-Z]+\.[a-zA-Z0-9]+)'/gu)].map((match) => match[1] ?? '')),
);
/** Names of operations look like words and are none. */
const operations = new Set(['case', 'cases', 'identity', 'keys', 'report']);

const literal = 0;
const elementSchema = z.looseObject({ type: z.int(), value: z.string() });

/** The values that a parsed message asks for, by name. */
function valuesOf(parsed: unknown): readonly string[] {
  if (typeof parsed !== 'object' || parsed === null) return [];
  const element = elementSchema.safeParse(parsed).data;
  const own = element && element.type !== literal ? [element.value] : [];
  return [...own, ...Object.values(parsed).flatMap(valuesOf)];
}
const sortedValuesOf = (message: string) =>
  [...new Set(valuesOf(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst()))].sort();

describe('the words of the tab', () => {
  it('are there in both languages, without room around them', () => {
    const odd = entries.filter(
      ([, word]) =>
        Object.keys(word).join() !== languages.join() ||
        languages.some((language) => word[language] === '' || word[language] !== word[language].trim()),
    );
    expect(odd.map(([key]) => key)).toEqual([]);
  });

  it('ask for the same values in both languages', () => {
    const odd = entries.filter(([, word]) => sortedValuesOf(word.cy).join() !== sortedValuesOf(word.en).join());
    expect(odd.map(([key]) => key)).toEqual([]);
  });

  it('are calm and set with typographic quotes', () => {
    const odd = entries.filter(([, word]) => languages.some((language) => /[!'"]|\.\.\./u.test(word[language])));
    expect(odd.map(([key]) => key)).toEqual([]);
  });

  it('are all used', () => {
    expect(entries.map(([key]) => key).filter((key) => !literals.has(key))).toEqual([]);
  });

  it('are all known where they are used', () => {
    const known = new Set(entries.map(([key]) => key));
    const said = [...literals].filter((one) =>
      areas.some((area) => one.startsWith(`${area}.`) && !operations.has(area)),
    );
    expect(said.filter((one) => !known.has(one))).toEqual([]);
  });
});
