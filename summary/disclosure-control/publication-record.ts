import { createHash } from 'node:crypto';
import { z } from 'zod';
import { daySchema, weekSchema } from '../../core/model/case-record.ts';
import type { KeptIssue } from '../../core/ports/store.ts';
import { canonicalJson } from '../../core/model/digests.ts';
import type { Day } from '../../core/model/calendar.ts';
import { levels, stretchName } from './period-hierarchy.ts';

const count = z.int().min(0);
const countFields = { shown: count.optional(), band: z.object({ low: count, high: count }) };
const countSchema = z.object(countFields);
const partsSchema = z.array(z.object({ id: z.string(), ...countFields })).readonly();

/** The counts that were told of a stretch, with all that may be inferred of them: later issues build on that. */
export const toldSchema = z.object({
  level: z.enum(levels),
  from: weekSchema,
  to: weekSchema,
  asAt: daySchema,
  /** The strictest rule of its weeks: counts from 1 to one less are hidden, and none if `hideZero`. */
  smallCount: z.int().min(5).max(10),
  hideZero: z.boolean(),
  limit: z.union([count, z.enum(['none', 'unlike'])]),
  received: countSchema,
  inTime: z.object({ ...countFields, least: count, gap: count }).optional(),
  kind: partsSchema.optional(),
  closed: countSchema.optional(),
  outcome: partsSchema.optional(),
});
export type Told = z.infer<typeof toldSchema>;

const issueSchema = z.object({
  v: z.literal(1),
  number: z.int().min(1),
  audience: z.literal('wider'),
  period: z.string(),
  issuedOn: daySchema,
  told: z.array(toldSchema).readonly(),
  previous: z.string(),
  digest: z.string(),
});
export type Issue = z.infer<typeof issueSchema>;

export interface Standing {
  readonly told: Told;
  readonly number: number;
  readonly issuedOn: Day;
}

export interface Issued {
  readonly standing: ReadonlyMap<string, Standing>;
  readonly last: { readonly number: number; readonly digest: string };
  readonly isWhole: boolean;
  readonly brokenAt?: number;
}

const digestOf = (issue: Omit<Issue, 'digest'>): string =>
  createHash('sha256')
    .update(canonicalJson(['candour/1/issue', issue]))
    .digest('base64url');

/** An issue as it is kept, `undefined` if it cannot be read or was changed. */
export function readIssue({ number, record }: KeptIssue): Issue | undefined {
  try {
    const issue = issueSchema.safeParse(JSON.parse(record)).data;
    if (issue?.number !== number) return undefined;
    const { digest, ...said } = issue;
    return digestOf(said) === digest ? issue : undefined;
  } catch {
    return undefined;
  }
}

export function readIssues(kept: readonly KeptIssue[]): Issued {
  const standing = new Map<string, Standing>();
  let last = { number: 0, digest: '' };
  let brokenAt: number | undefined;
  for (const each of kept) {
    const issue = readIssue(each);
    if (!issue) {
      brokenAt ??= each.number;
      continue;
    }
    const { number, issuedOn, digest } = issue;
    if (number !== last.number + 1 || issue.previous !== last.digest) brokenAt ??= number;
    last = { number, digest };
    for (const told of issue.told) {
      const name = stretchName(told);
      if (!standing.has(name)) standing.set(name, { told, number, issuedOn });
    }
  }
  return { standing, last, isWhole: brokenAt === undefined, ...(brokenAt !== undefined && { brokenAt }) };
}

export function nextIssue(issued: Issued, said: Pick<Issue, 'period' | 'issuedOn' | 'told'>): KeptIssue {
  const number = issued.last.number + 1;
  const issue = { v: 1, number, audience: 'wider', ...said, previous: issued.last.digest } as const;
  return { number, record: JSON.stringify({ ...issue, digest: digestOf(issue) }) };
}
