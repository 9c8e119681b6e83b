import { z } from 'zod';

export const maxItemWords = 120;

export const markdownWordCount = (text: string): number =>
  text.split(/\s+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;

export const quarterNameSchema = z.string().regex(/^\d{4}-Q[1-4]$/u);

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u);

const bilingualText = (max: number) => {
  const text = z
    .string()
    .max(max)
    .refine((words) => words.trim() !== '');
  return z.object({ en: text, cy: text });
};

const isWithinWordLimit = (text: string): boolean => markdownWordCount(text) <= maxItemWords;

export const campaignItemSchema = z.object({
  id: slug,
  week: z.int().min(0).max(52),
  title: bilingualText(80),
  body: bilingualText(2_000).refine(({ en, cy }) => isWithinWordLimit(en) && isWithinWordLimit(cy), {
    error: 'tooManyWords',
  }),
  scene: z
    .object({
      text: bilingualText(600),
      options: z
        .array(z.object({ text: bilingualText(120), reveal: bilingualText(600) }))
        .min(2)
        .max(4)
        .readonly(),
    })
    .optional(),
  topic: slug,
  pulse: z.enum(['before', 'after']).optional(),
  figures: z.literal('saidAndDid').optional(),
  /** The quarter whose figures are in its words; later counts do not change them. */
  quarter: quarterNameSchema.optional(),
});
export type CampaignItem = z.infer<typeof campaignItemSchema>;
