import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** Allowed values as a schema has them; never the one that was given. */
function mayBe(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return ['number', 'int'].includes(issue.expected) ? 'a whole number' : undefined;
    case 'too_small':
      return issue.origin === 'number' ? `${issue.minimum} or more` : undefined;
    case 'too_big':
      return issue.origin === 'number' ? `${issue.maximum} or less` : undefined;
    case 'invalid_format':
      return issue.format === 'date' ? 'a day such as "2026-01-31"' : undefined;
    case 'invalid_value':
      return issue.values.map((value) => `"${String(value)}"`).join(' or ');
    default:
      return undefined;
  }
}

/** The sense of what a schema found wrong, by the name of each setting: what may stand there, where that is known. */
export const mayBeOf = (issues: readonly Issue[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    issues.flatMap((issue) => {
      const sense = mayBe(issue);
      return sense === undefined ? [] : [[String(issue.path[0]), sense] as const];
    }),
  );
