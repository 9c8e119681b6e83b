import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../terms/canonical-json.ts';
import { personIdSchema } from '../terms/person-id.ts';

/** The most characters of what is kept of a topic: a draft may be far too long for a card, and is said to be. */
export const mostContent = { title: 200, text: 20_000, owner: 200, reason: 1_000 } as const;

/** The id of a topic of the guidance, as it stands in addresses and in what leads to it. */
export const contentTopicSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u);

const sides = (most: number) => z.object({ en: z.string().max(most), cy: z.string().max(most) });

/**
 * The words of a topic as somebody wrote them, in both languages and in Markdown. A draft may lack any of it: what
 * keeps it from going live is said by whoever knows the guidance.
 */
export const contentWordsSchema = z.object({
  title: sides(mostContent.title),
  text: sides(mostContent.text),
  /** The office that answers for what it says, in each language; one text for both in what earlier versions kept. */
  owner: z.union([z.string().max(mostContent.owner), sides(mostContent.owner)]),
  /** The day by which it is to be read again; empty in a draft that has none yet. */
  reviewBy: z.string().max(10),
  /** Where it stands in the list of all topics. */
  part: z.string().max(20),
  place: z.int().min(1).max(999_999),
});
export type ContentWords = z.infer<typeof contentWordsSchema>;

/** The digest of the words of a topic, in base64url: what is approved is these and no others. */
export const digestOfContent = (topic: string, words: ContentWords): string =>
  createHash('sha256')
    .update(canonicalJson(['candour/1/content', topic, words]))
    .digest('base64url');

/** The digest that an entry keeps of the request that it came from: never the request itself. */
export const contentRequest = (request: string): string =>
  createHash('sha256').update(`candour/1/content-request ${request}`).digest('base64url');

const common = {
  /** A later format is one that this version does not read. */
  v: z.literal(1),
  topic: contentTopicSchema,
  /** From 1, without gaps. */
  number: z.int().min(1),
  by: z.object({ objectId: personIdSchema }),
  at: z.iso.datetime(),
  request: z.string(),
  /** Of the words that it speaks of. */
  digest: z.string(),
};
const reason = z.string().min(1).max(mostContent.reason);

/** One entry of what happened to a topic. Entries are added, and never changed or removed. */
export const contentEntrySchema = z
  .discriminatedUnion('kind', [
    z.object({ ...common, kind: z.literal('saved'), words: contentWordsSchema }),
    z.object({ ...common, kind: z.literal('submitted') }),
    /** Holds the words once more, so that what is live never hangs on another entry. */
    z.object({ ...common, kind: z.literal('approved'), words: contentWordsSchema }),
    z.object({ ...common, kind: z.literal('sentBack'), reason }),
    z.object({ ...common, kind: z.literal('withdrawn'), reason }),
  ])
  // Words that are not those of their digest were put there by nobody who approved or saved them.
  .refine((entry) => !('words' in entry) || digestOfContent(entry.topic, entry.words) === entry.digest);
export type ContentEntry = z.infer<typeof contentEntrySchema>;
export type ContentKind = ContentEntry['kind'];

/** An entry as a store gives it; without `entry` where it cannot be read, or is of a later format. */
export interface KeptContent {
  readonly number: number;
  readonly entry: ContentEntry | undefined;
}
