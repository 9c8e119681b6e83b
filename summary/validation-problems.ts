import type { z } from 'zod';

export interface ValidationProblem {
  readonly path: string;
  readonly message: string;
}

export const maxReportedProblems = 20;

const formatPath = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : /^[$\w]{1,40}$/u.test(String(key)) ? `.${String(key)}` : ''))
    .join('')
    .replace(/^\./u, '');

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  boolean: 'true or false',
};

const quoteValues = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ');

function describeUnknownFields(keys: readonly string[]): string {
  const plain = keys.filter((key) => /^[$\w]{1,40}$/u.test(key)).slice(0, 5);
  const named = plain.length > 0 ? `: ${plain.join(', ')}` : '';
  return `There is an unknown field${named}.`;
}

function describeProblem(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'It is missing.'
        : `It must be ${typeNames[issue.expected] ?? 'something else'}.`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `It must be ${quoteValues(issue.values)}.`
        : `It must be one of ${quoteValues(issue.values)}.`;
    case 'too_small':
      return issue.origin === 'array' ? 'The list is empty.' : 'It is empty.';
    case 'too_big': {
      const of = issue.origin === 'array' ? 'entries' : 'characters';
      return `It is too long: it may have at most ${Number(issue.maximum)} ${of}.`;
    }
    case 'invalid_format':
      return issue.format === 'date'
        ? 'It is not a date such as 2026-04-01.'
        : 'It has a character that it may not have, or begins or ends with a space.';
    case 'unrecognized_keys':
      return describeUnknownFields(issue.keys);
    default:
      return 'It cannot be read.';
  }
}

export const toValidationProblems = (error: z.ZodError): readonly ValidationProblem[] =>
  error.issues.map((issue) => ({ path: formatPath(issue.path), message: describeProblem(issue) }));

export function formatValidationProblems(problems: readonly ValidationProblem[]): readonly string[] {
  const lines = problems
    .slice(0, maxReportedProblems)
    .map(({ path: where, message: sentence }) => (where === '' ? sentence : `${where}: ${sentence}`));
  const left = problems.length - lines.length;
  return left > 0 ? [...lines, `There are ${left} more.`] : lines;
}

const maxCharacters = 1_000_000;

const jsonPositionPattern = /\(line (\d+) column (\d+)\)$/u;

export function parseJsonFile(
  text: string,
):
  | { readonly kind: 'json'; readonly json: unknown }
  | { readonly kind: 'wrong'; readonly problems: readonly ValidationProblem[] } {
  const wrong = (where: string, sentence: string) => ({
    kind: 'wrong' as const,
    problems: [{ path: where, message: sentence }],
  });
  if (text.length > maxCharacters)
    return wrong('', `The file is too long: it may have at most ${maxCharacters} characters.`);
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    return { kind: 'json', json };
  } catch (error) {
    const place = error instanceof Error ? jsonPositionPattern.exec(error.message) : null;
    return place === null
      ? wrong('', 'The file is not JSON, or ends too early.')
      : wrong(`line ${place[1]}, column ${place[2]}`, 'The file is not JSON from here on.');
  }
}
