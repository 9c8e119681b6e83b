import { z } from 'zod';
import { personIdSchema } from './directory.ts';
import { daySchema } from './case-terms.ts';

export const subjectCertainties = ['named', 'inferred', 'confirmed'] as const;
export type SubjectCertainty = (typeof subjectCertainties)[number];

export const cardLimits = { subjects: 5, numbers: 5, aliases: 5, line: 80, description: 300 } as const;

/** Normalised, or two cards that look alike would differ. */
const words = (most: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1)
    .max(most)
    .refine((text) => text.isWellFormed());
const line = words(cardLimits.line);

export const subjectSchema = z.strictObject({
  numbers: z.array(line).max(cardLimits.numbers).readonly(),
  surname: line.optional(),
  forenames: line.optional(),
  aliases: z.array(line).max(cardLimits.aliases).readonly(),
  unit: line.optional(),
  role: line.optional(),
  description: words(cardLimits.description).optional(),
  certainty: z.enum(subjectCertainties),
});
export type Subject = z.infer<typeof subjectSchema>;

/** In clear only in the page of someone who handles the case. */
export const subjectCardSchema = z.strictObject({
  v: z.literal(1),
  subjects: z.array(subjectSchema).max(cardLimits.subjects).readonly(),
});
export type SubjectCard = z.infer<typeof subjectCardSchema>;

/** The padded length, and that of salt, text and tag. */
export const cardBytes = 2048;
export const saltBytes = 32;
const tagBytes = 16;
export const sealedCardBytes = saltBytes + cardBytes + tagBytes;

/** All have one length, so that it tells nothing of the content. */
export const sealedCardSchema = z.base64().length(Math.ceil(sealedCardBytes / 3) * 4);

const keyGenerationSchema = z.string().regex(/^[0-9a-f]{16}$/u);

export const keptCardSchema = z.object({
  sealed: sealedCardSchema,
  version: z.int().min(1),
  by: personIdSchema,
  generation: keyGenerationSchema,
});
export type KeptCard = z.infer<typeof keptCardSchema>;

export const mostFormerCards = 20;

/** A person who writes junk leaves places for at least two colleagues. */
export const mostCardsOfOne = 7;

export const formerCardsSchema = z.array(keptCardSchema).max(mostFormerCards).readonly().optional();

export const cardWithdrawalSchema = z.object({
  of: z.string(),
  by: personIdSchema,
  on: daySchema,
  sequence: z.int().min(1),
});

/** By digest: they stay in the case, and match no more. */
export const withdrawnCardsSchema = z.array(z.string()).readonly().optional();
