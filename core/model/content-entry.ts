import { z } from 'zod';
import { canonicalJson, sha256 } from './digests.ts';
import { personIdSchema } from './roles.ts';

export const contentLimits = { title: 200, text: 20_000, owner: 200, reason: 1_000 } as const;

export const contentTopicSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u);

const bilingualText = (max: number) => z.object({ en: z.string().max(max), cy: z.string().max(max) });

/** A draft may lack anything; the guidance decides what keeps it from going live. */
export const contentWordsSchema = z.object({
  title: bilingualText(contentLimits.title),
  text: bilingualText(contentLimits.text),
  /** Earlier versions had one text for both languages. */
  owner: z.union([z.string().max(contentLimits.owner), bilingualText(contentLimits.owner)]),
  reviewBy: z.string().max(10),
  part: z.string().max(20),
  place: z.int().min(1).max(999_999),
});
export type ContentWords = z.infer<typeof contentWordsSchema>;

/** In base64url. */
export const digestOfContent = (topic: string, words: ContentWords): string =>
  sha256(canonicalJson(['candour/1/content', topic, words]));

export const contentRequestDigest = (request: string): string => sha256(`candour/1/content-request ${request}`);

const common = {
  v: z.literal(1),
  topic: contentTopicSchema,
  number: z.int().min(1),
  by: z.object({ objectId: personIdSchema }),
  at: z.iso.datetime(),
  request: z.string(),
  digest: z.string(),
};
const reason = z.string().min(1).max(contentLimits.reason);

export const contentEntrySchema = z
  .discriminatedUnion('kind', [
    z.object({ ...common, kind: z.literal('saved'), words: contentWordsSchema }),
    z.object({ ...common, kind: z.literal('submitted') }),
    z.object({ ...common, kind: z.literal('approved'), words: contentWordsSchema }),
    z.object({ ...common, kind: z.literal('sentBack'), reason }),
    z.object({ ...common, kind: z.literal('withdrawn'), reason }),
  ])
  // No one approved words that do not match their digest.
  .refine((entry) => !('words' in entry) || digestOfContent(entry.topic, entry.words) === entry.digest);
export type ContentEntry = z.infer<typeof contentEntrySchema>;
export type ContentEntryKind = ContentEntry['kind'];

export interface StoredContentEntry {
  readonly number: number;
  readonly entry: ContentEntry | undefined;
}
