import { z } from 'zod';

/** The most words that the body of an item has in one language. */
export const mostItemWords = 120;

/** The words of a text: what stands between blanks and holds a letter or a digit, so that a mark of a list is none. */
export const markdownWordCount = (text: string): number =>
  text.split(/\s+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;

/** The name of a quarter, as `2026-Q3`. */
export const quarterNameSchema = z.string().regex(/^\d{4}-Q[1-4]$/u);

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u);

/** A text in both languages, neither of them blank. */
const both = (most: number) => {
  const text = z
    .string()
    .max(most)
    .refine((words) => words.trim() !== '');
  return z.object({ en: text, cy: text });
};

const withinWords = (text: string): boolean => markdownWordCount(text) <= mostItemWords;

/**
 * One item of a campaign: a short read, the same for everybody in a language. Its week counts from the week that the
 * campaign starts in, which is 0.
 */
export const campaignItemSchema = z.object({
  id: slug,
  week: z.int().min(0).max(52),
  title: both(80),
  /** Markdown, as in a topic. */
  body: both(2_000).refine(({ en, cy }) => withinWords(en) && withinWords(cy), { error: 'tooManyWords' }),
  /** "What would you do?", with what each choice leads to. What somebody chooses is kept nowhere. */
  scene: z
    .object({
      text: both(600),
      options: z
        .array(z.object({ text: both(120), reveal: both(600) }))
        .min(2)
        .max(4)
        .readonly(),
    })
    .optional(),
  /** The topic that its one neutral button opens. */
  topic: slug,
  /** Asks the questions of the pulse, where it does, instead of a scene: before the campaign or after it. */
  pulse: z.enum(['before', 'after']).optional(),
  /** "You said, we did": takes figures from the wider summary. */
  figures: z.literal('saidAndDid').optional(),
  /** The quarter whose figures were put into its words: they are words from then on, whatever is counted later. */
  quarter: quarterNameSchema.optional(),
});
export type CampaignItem = z.infer<typeof campaignItemSchema>;
