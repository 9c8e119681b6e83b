import { z } from 'zod';

export const mostItemWords = 120;

export const markdownWordCount = (text: string): number =>
  text.split(/\s+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;

export const quarterNameSchema = z.string().regex(/^\d{4}-Q[1-4]$/u);

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u);

const both = (most: number) => {
  const text = z
    .string()
    .max(most)
    .refine((words) => words.trim() !== '');
  return z.object({ en: text, cy: text });
};

const withinWords = (text: string): boolean => markdownWordCount(text) <= mostItemWords;

export const campaignItemSchema = z.object({
  id: slug,
  week: z.int().min(0).max(52),
  title: both(80),
  body: both(2_000).refine(({ en, cy }) => withinWords(en) && withinWords(cy), { error: 'tooManyWords' }),
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
  topic: slug,
  pulse: z.enum(['before', 'after']).optional(),
  figures: z.literal('saidAndDid').optional(),
  /** The quarter whose figures were put into its words; later counts do not change them. */
  quarter: quarterNameSchema.optional(),
});
export type CampaignItem = z.infer<typeof campaignItemSchema>;
