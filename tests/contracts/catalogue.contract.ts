import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import { type Language, languages } from '../../core/model/language.ts';
import { operations } from '../../contract/operations.ts';
import { partnerOperations } from '../../contract/partner-operations.ts';

const root = resolve(import.meta.dirname, '../..');

const literal = 0;
const elementSchema = z.looseObject({ type: z.int(), value: z.string() });

/** The values that a parsed message asks for, by name. */
function valuesOf(parsed: unknown): readonly string[] {
  if (typeof parsed !== 'object' || parsed === null) return [];
  const element = elementSchema.safeParse(parsed).data;
  const own = element && element.type !== literal ? [element.value] : [];
  return [...own, ...Object.values(parsed).flatMap(valuesOf)];
}
const sortedValuesOf = (message: string): readonly string[] =>
  [...new Set(valuesOf(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst()))].sort();

/** Whatever looks like the key of a word in these sources, without the files in which the words stand. */
function findTranslatedKeys(sources: readonly string[], wordFiles: string): ReadonlySet<string> {
  const own = new Set(globSync(wordFiles, { cwd: root }));
  return new Set(
    globSync([...sources], { cwd: root })
      .filter((file) => !own.has(file))
      .flatMap((file) => [...readFileSync(resolve(root, file), 'utf8').matchAll(/'([a-zA-Z]+\.[a-zA-Z0-9]+)'/gu)])
      .map((match) => match[1] ?? ''),
  );
}

/** What every catalogue of words promises. `sources` are the files that may say them, `wordFiles` those that hold them. */
export function catalogueContract(
  catalogue: Readonly<Record<string, Readonly<Record<Language, string>>>>,
  { sources, wordFiles }: { readonly sources: readonly string[]; readonly wordFiles: string },
): void {
  const entries = Object.entries(catalogue);
  const areas = [...new Set(entries.map(([key]) => key.slice(0, key.indexOf('.'))))];
  const said = findTranslatedKeys(sources, wordFiles);

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
    expect(entries.map(([key]) => key).filter((key) => !said.has(key))).toEqual([]);
  });

  it('are all known where they are used', () => {
    // An operation of an API may be called as a word is.
    const apis = [...Object.keys(operations), ...Object.keys(partnerOperations)];
    const known = new Set([...entries.map(([key]) => key), ...apis]);
    const ofAnArea = [...said].filter((key) => areas.some((area) => key.startsWith(`${area}.`)));
    expect(ofAnArea.filter((key) => !known.has(key))).toEqual([]);
  });
}
