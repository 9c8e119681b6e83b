import { z } from 'zod';
import { personIdSchema } from './roles.ts';
import { daySchema } from './base-schemas.ts';

export const subjectCertainties = ['named', 'inferred', 'confirmed'] as const;
export type SubjectCertainty = (typeof subjectCertainties)[number];

export const subjectCardLimits = { subjects: 5, numbers: 5, aliases: 5, textLength: 80, description: 300 } as const;

/** Normalised, or two cards that look alike would differ. */
const normalisedText = (max: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1)
    .max(max)
    .refine((text) => text.isWellFormed());
const shortText = normalisedText(subjectCardLimits.textLength);

export const subjectSchema = z.strictObject({
  numbers: z.array(shortText).max(subjectCardLimits.numbers).readonly(),
  surname: shortText.optional(),
  forenames: shortText.optional(),
  aliases: z.array(shortText).max(subjectCardLimits.aliases).readonly(),
  unit: shortText.optional(),
  role: shortText.optional(),
  description: normalisedText(subjectCardLimits.description).optional(),
  certainty: z.enum(subjectCertainties),
});
export type Subject = z.infer<typeof subjectSchema>;

/** In clear only in the page of someone who handles the case. */
export const subjectCardSchema = z.strictObject({
  v: z.literal(1),
  subjects: z.array(subjectSchema).max(subjectCardLimits.subjects).readonly(),
});
export type SubjectCard = z.infer<typeof subjectCardSchema>;

/** Of a person on a card. */
export const cardPositionSchema = z
  .int()
  .min(0)
  .max(subjectCardLimits.subjects - 1);

/** The padded length, and that of salt, text and tag. */
export const subjectCardBytes = 2048;
export const subjectCardSaltBytes = 32;
const tagBytes = 16;
export const sealedSubjectCardBytes = subjectCardSaltBytes + subjectCardBytes + tagBytes;

/** All have one length, so that it tells nothing of the content. */
export const sealedSubjectCardSchema = z.base64().length(Math.ceil(sealedSubjectCardBytes / 3) * 4);

const keyGenerationSchema = z.string().regex(/^[0-9a-f]{16}$/u);

export const storedSubjectCardSchema = z.object({
  sealed: sealedSubjectCardSchema,
  version: z.int().min(1),
  by: personIdSchema,
  generation: keyGenerationSchema,
});
export type StoredSubjectCard = z.infer<typeof storedSubjectCardSchema>;

export const maxFormerSubjectCards = 20;

/** A person who writes junk leaves places for at least two colleagues. */
export const maxSubjectCardsPerPerson = 7;

export const formerSubjectCardsSchema = z
  .array(storedSubjectCardSchema)
  .max(maxFormerSubjectCards)
  .readonly()
  .optional();

/** Of a card, or of a confirmation that two people are one: `of` is then the digest of its link. */
export const subjectCardWithdrawalSchema = z.object({
  of: z.string(),
  by: personIdSchema,
  on: daySchema,
  sequence: z.int().min(1),
});

/** By digest: they stay in the case, and match no more. */
export const withdrawnSubjectCardsSchema = z.array(z.string()).readonly().optional();
