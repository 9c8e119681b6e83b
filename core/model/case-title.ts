import { z } from 'zod';
import { isBlank } from './invisible-characters.ts';
import { personIdSchema } from './roles.ts';

export const caseTitleLength = 80;

const line = z
  .string()
  .normalize('NFC')
  .trim()
  .max(caseTitleLength)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text));

/** In clear only in the pages of those who handle the case. */
export const caseTitleSchema = z.strictObject({
  v: z.literal(1),
  title: line.refine((text) => !isBlank(text)),
  /** Whom it is about, in a few words; may be empty. */
  subject: line,
});
export type CaseTitle = z.infer<typeof caseTitleSchema>;

/** The padded length, with room for the longest title, and that of salt, text and tag. */
export const caseTitleBytes = 1024;
export const caseTitleSaltBytes = 32;
const tagBytes = 16;
export const sealedCaseTitleBytes = caseTitleSaltBytes + caseTitleBytes + tagBytes;

export const storedCaseTitleSchema = z.object({
  /** All have one length, so that it tells nothing of the content. */
  sealed: z.base64().length(Math.ceil(sealedCaseTitleBytes / 3) * 4),
  version: z.int().min(1),
  by: personIdSchema,
  generation: z.string().regex(/^[0-9a-f]{16}$/u),
});
export type StoredCaseTitle = z.infer<typeof storedCaseTitleSchema>;
