import { createHash } from 'node:crypto';
import { z } from 'zod';
import { daySchema, weekSchema } from '../../core/model/case-record.ts';
import type { StoredPublication } from '../../core/ports/store.ts';
import { canonicalJson } from '../../core/model/digests.ts';
import type { Day } from '../../core/model/calendar.ts';
import { periodLevels, getPeriodKey } from './period-hierarchy.ts';

const count = z.int().min(0);
const countFields = { shown: count.optional(), band: z.object({ low: count, high: count }) };
const countSchema = z.object(countFields);
const partsSchema = z.array(z.object({ id: z.string(), ...countFields })).readonly();

/** A period's published counts, with all that may be inferred of them, for later publications. */
export const publishedPeriodCountsSchema = z.object({
  level: z.enum(periodLevels),
  from: weekSchema,
  to: weekSchema,
  asAt: daySchema,
  /** The strictest rule of its weeks. */
  smallCount: z.int().min(5).max(10),
  hideZero: z.boolean(),
  limit: z.union([count, z.enum(['none', 'unlike'])]),
  received: countSchema,
  inTime: z.object({ ...countFields, least: count, gap: count }).optional(),
  kind: partsSchema.optional(),
  closed: countSchema.optional(),
  outcome: partsSchema.optional(),
});
export type PublishedPeriodCounts = z.infer<typeof publishedPeriodCountsSchema>;

const publicationSchema = z.object({
  v: z.literal(1),
  number: z.int().min(1),
  audience: z.literal('wider'),
  period: z.string(),
  issuedOn: daySchema,
  told: z.array(publishedPeriodCountsSchema).readonly(),
  previous: z.string(),
  digest: z.string(),
});
export type Publication = z.infer<typeof publicationSchema>;

export interface CurrentPublication {
  readonly counts: PublishedPeriodCounts;
  readonly number: number;
  readonly issuedOn: Day;
}

export interface PublicationHistory {
  readonly current: ReadonlyMap<string, CurrentPublication>;
  readonly last: { readonly number: number; readonly digest: string };
  readonly isIntact: boolean;
  readonly brokenAt?: number;
}

const computeDigest = (publication: Omit<Publication, 'digest'>): string =>
  createHash('sha256')
    .update(canonicalJson(['candour/1/issue', publication]))
    .digest('base64url');

/** `undefined` if the stored publication cannot be read or was changed. */
export function parsePublication({ number, record }: StoredPublication): Publication | undefined {
  try {
    const publication = publicationSchema.safeParse(JSON.parse(record)).data;
    if (publication?.number !== number) return undefined;
    const { digest, ...content } = publication;
    return computeDigest(content) === digest ? publication : undefined;
  } catch {
    return undefined;
  }
}

export function parsePublicationHistory(stored: readonly StoredPublication[]): PublicationHistory {
  const current = new Map<string, CurrentPublication>();
  let last = { number: 0, digest: '' };
  let brokenAt: number | undefined;
  for (const each of stored) {
    const publication = parsePublication(each);
    if (!publication) {
      brokenAt ??= each.number;
      continue;
    }
    const { number, issuedOn, digest } = publication;
    if (number !== last.number + 1 || publication.previous !== last.digest) brokenAt ??= number;
    last = { number, digest };
    for (const counts of publication.told) {
      const name = getPeriodKey(counts);
      if (!current.has(name)) current.set(name, { counts, number, issuedOn });
    }
  }
  return { current, last, isIntact: brokenAt === undefined, ...(brokenAt !== undefined && { brokenAt }) };
}

export function createNextPublication(
  history: PublicationHistory,
  content: Pick<Publication, 'period' | 'issuedOn' | 'told'>,
): StoredPublication {
  const number = history.last.number + 1;
  const publication = { v: 1, number, audience: 'wider', ...content, previous: history.last.digest } as const;
  return { number, record: JSON.stringify({ ...publication, digest: computeDigest(publication) }) };
}
