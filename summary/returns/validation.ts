import type { z } from 'zod';

export interface Mistake {
  readonly where: string;
  readonly sentence: string;
}

export const mostTold = 20;

const fieldOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : /^[$\w]{1,40}$/u.test(String(key)) ? `.${String(key)}` : ''))
    .join('')
    .replace(/^\./u, '');

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  boolean: 'true or false',
};

const quoted = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ');

function unknownFields(keys: readonly string[]): string {
  const plain = keys.filter((key) => /^[$\w]{1,40}$/u.test(key)).slice(0, 5);
  const named = plain.length > 0 ? `: ${plain.join(', ')}` : '';
  return `There is a field that is not known${named}.`;
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'It is missing.' : `It is to be ${kinds[issue.expected] ?? 'something else'}.`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `It is to be ${quoted(issue.values)}.`
        : `It is one of ${quoted(issue.values)}.`;
    case 'too_small':
      return issue.origin === 'array' ? 'The list is empty.' : 'It is empty.';
    case 'too_big': {
      const of = issue.origin === 'array' ? 'entries' : 'characters';
      return `It is too long: there are at most ${Number(issue.maximum)} ${of}.`;
    }
    case 'invalid_format':
      return issue.format === 'date'
        ? 'It is no day, such as 2026-04-01.'
        : 'It has a character that it may not have, or begins or ends with a space.';
    case 'unrecognized_keys':
      return unknownFields(issue.keys);
    default:
      return 'It cannot be read.';
  }
}

export const mistakesOf = (error: z.ZodError): readonly Mistake[] =>
  error.issues.map((issue) => ({ where: fieldOf(issue.path), sentence: sentenceOf(issue) }));

export function mistakeLines(mistakes: readonly Mistake[]): readonly string[] {
  const told = mistakes
    .slice(0, mostTold)
    .map(({ where, sentence }) => (where === '' ? sentence : `${where}: ${sentence}`));
  const left = mistakes.length - told.length;
  return left > 0 ? [...told, `There are ${left} more.`] : told;
}

const mostCharacters = 1_000_000;

const atPlace = /\(line (\d+) column (\d+)\)$/u;

export function readJson(
  text: string,
):
  | { readonly kind: 'json'; readonly json: unknown }
  | { readonly kind: 'wrong'; readonly mistakes: readonly Mistake[] } {
  const wrong = (where: string, sentence: string) => ({ kind: 'wrong' as const, mistakes: [{ where, sentence }] });
  if (text.length > mostCharacters)
    return wrong('', `The file is too long: there are at most ${mostCharacters} characters.`);
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    return { kind: 'json', json };
  } catch (error) {
    const place = error instanceof Error ? atPlace.exec(error.message) : null;
    return place === null
      ? wrong('', 'The file is no JSON, or ends too early.')
      : wrong(`line ${place[1]}, column ${place[2]}`, 'The file is no JSON from here on.');
  }
}
