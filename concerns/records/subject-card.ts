import { z } from 'zod';
import { personIdSchema } from '../terms/person-id.ts';
import { daySchema } from './case-terms.ts';

/** How it is known whom a report is about: its writer named them, a handler worked it out, or it was confirmed. */
export const subjectCertainties = ['named', 'inferred', 'confirmed'] as const;
export type SubjectCertainty = (typeof subjectCertainties)[number];

/** The most that a card has room for: how many people, and how much of each. */
export const cardLimits = { subjects: 5, numbers: 5, aliases: 5, line: 80, description: 300 } as const;

/** The same words in one spelling of their bytes, or two cards that look alike would differ. */
const words = (most: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1)
    .max(most)
    .refine((text) => text.isWellFormed());
const line = words(cardLimits.line);

/** A person whom a report is about, as far as it says. */
export const subjectSchema = z.strictObject({
  /** Collar, staff or warrant numbers. */
  numbers: z.array(line).max(cardLimits.numbers).readonly(),
  surname: line.optional(),
  forenames: line.optional(),
  /** Nicknames, and names that they had before. */
  aliases: z.array(line).max(cardLimits.aliases).readonly(),
  unit: line.optional(),
  role: line.optional(),
  description: words(cardLimits.description).optional(),
  certainty: z.enum(subjectCertainties),
});
export type Subject = z.infer<typeof subjectSchema>;

/** Whom a report is about, in clear: in the page of somebody who handles the case, and nowhere else. */
export const subjectCardSchema = z.strictObject({
  v: z.literal(1),
  /** None where a card is to say no longer whom the report is about. */
  subjects: z.array(subjectSchema).max(cardLimits.subjects).readonly(),
});
export type SubjectCard = z.infer<typeof subjectCardSchema>;

/** The bytes that each card is padded to, and those of the sealed one: salt, text and tag. */
export const cardBytes = 2048;
export const saltBytes = 32;
const tagBytes = 16;
export const sealedCardBytes = saltBytes + cardBytes + tagBytes;

/** A sealed card in base64: all have one length, so that it says nothing of what is in one. */
export const sealedCardSchema = z.base64().length(Math.ceil(sealedCardBytes / 3) * 4);

/** The key of a group that a card was sealed under, by its generation: see concerns/terms/recipients.ts. */
const keyGenerationSchema = z.string().regex(/^[0-9a-f]{16}$/u);

/** A card as it is kept beside its case. Nobody but those who hold the group's key can make one that opens. */
export const keptCardSchema = z.object({
  sealed: sealedCardSchema,
  /** From 1, one more each time that it is written. */
  version: z.int().min(1),
  by: personIdSchema,
  generation: keyGenerationSchema,
});
export type KeptCard = z.infer<typeof keptCardSchema>;

/** As many former cards as a case keeps: whom a report is about is written anew a few times at most. */
export const mostFormerCards = 20;

/**
 * As many cards of a case as one person writes, of those that it keeps with the one that stands: then one person who writes
 * junk leaves places for at least two colleagues.
 */
export const mostCardsOfOne = 7;

/** The cards that stood before the one that stands, in their order; missing where there were none, or before they were kept. */
export const formerCardsSchema = z.array(keptCardSchema).max(mostFormerCards).readonly().optional();

/** The proposal to withdraw a card as wrong: of which digest, by whom, when, and at which place of the history. */
export const cardWithdrawalSchema = z.object({
  of: z.string(),
  by: personIdSchema,
  on: daySchema,
  sequence: z.int().min(1),
});

/** The digests of the cards that two people withdrew as wrong: they stay in the case, and match no more. */
export const withdrawnCardsSchema = z.array(z.string()).readonly().optional();
