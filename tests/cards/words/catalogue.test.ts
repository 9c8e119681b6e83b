import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import { catalogue } from '../../../cards/words/catalogue.ts';
import { languages } from '../../../concerns/language.ts';
import { requests } from '../../../tab/contract/requests.ts';

const entries = Object.entries(catalogue);
const root = new URL('../../../', import.meta.url);
const wordFiles = readdirSync(new URL('cards/words/', root));
const areas = [...new Set(entries.map(([key]) => key.slice(0, key.indexOf('.'))))];

/** The sources that may say something, without those in which the words stand. */
const sources = ['cards', 'bot', 'dialogs', 'summary', 'manifest']
  .flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => file.endsWith('.ts') && !wordFiles.some((word) => file === `cards/words/${word}`))
  .map((file) => readFileSync(new URL(file, root), 'utf8'));
const literals = new Set(
  sources.flatMap((source) => [...source.matchAll(/'([a-zA-Z]+\.[a-zA-Z0-9]+)'/gu)].map((match) => match[1] ?? '')),
);

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

describe('the words', () => {
  it.each(entries)('%s is there in both languages', (_, word) => {
    expect(Object.keys(word)).toEqual([...languages]);
    for (const language of languages) expect(word[language].trim()).toBe(word[language]);
    for (const language of languages) expect(word[language]).not.toBe('');
  });

  it.each(entries)('%s asks for the same values in both languages', (_, word) => {
    expect(sortedValuesOf(word.cy)).toEqual(sortedValuesOf(word.en));
  });

  it.each(entries)('%s is calm and set with typographic quotes', (_, word) => {
    for (const language of languages) expect(word[language]).not.toMatch(/[!'"]|\.\.\./u);
  });

  it('are all used', () => {
    expect(entries.map(([key]) => key).filter((key) => !literals.has(key))).toEqual([]);
  });

  it('are all known where they are used', () => {
    // An operation of the tab's API may be called as a word is.
    const known = new Set([...entries.map(([key]) => key), ...Object.keys(requests)]);
    const said = [...literals].filter((literal) => areas.some((area) => literal.startsWith(`${area}.`)));
    expect(said.filter((literal) => !known.has(literal))).toEqual([]);
  });
});
