import { z } from 'zod';
import { caseIdSchema } from '../core/model/case-record.ts';
import { noteReaders } from '../core/model/event-record.ts';
import { personIdSchema } from '../core/model/roles.ts';
import { fileIdSchema } from '../core/model/sealed-file.ts';
import { fileLimits, isSizeClass, partLength, partBytes, partCount, sizeClasses } from '../core/model/files.ts';

/** Base64 of 32,000 characters, padded, for a dozen recipients. */
export const maxSealLength = 200_000;
export const sealed = z.base64().min(1).max(maxSealLength);
/** Strict, because histories keep it in clear: no one can type a name here. */
export const objectId = z.guid().pipe(personIdSchema);
/** The idempotency key, which the page makes for each act. */
export const request = z.string().regex(/^[0-9a-f]{32}$/u);
export const digest = z.string().regex(/^[\w-]{43}$/u);

export const caseBody = z.strictObject({ caseId: caseIdSchema });
/** `revision` is the one that the page shows, so that no one overwrites another's change. */
export const change = z.strictObject({ caseId: caseIdSchema, revision: z.int().min(0), request });
/** Needs no revision: it reverses no one else's decision. */
export const entry = z.strictObject({ caseId: caseIdSchema, request });

/** If the writer chooses who can read them. A use case that needs certain readers refuses others. */
export const words = z.strictObject({ for: z.enum(noteReaders), sealed });
/** If the words are for all who handle the case, and for no one else. */
export const wordsForHandlers = z.strictObject({ for: z.literal('handlers'), sealed });
export const wordsForCustodians = z.strictObject({ for: z.literal('custodians'), sealed });
/** If a second person must be able to read why. Those who handle the case can; `oversight` adds the reserve. */
export const reason = z.strictObject({ for: z.enum(['handlers', 'oversight']), sealed });

/** Only for someone who handles both kinds, in development; otherwise their own kind. */
export const groupFields = { handledBy: z.enum(['acu', 'reserve']).optional() };

export const base64Bytes = (text: string): number =>
  (text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);

const sealedBytes = z.int().refine(isSizeClass);

export const fileFields = { id: fileIdSchema, bytes: sealedBytes };

export const filePartFields = {
  ...fileFields,
  part: z
    .int()
    .min(0)
    .max(partCount(Math.max(...sizeClasses)) - 1),
  data: z.base64().max(Math.ceil(partBytes / 3) * 4),
};

export const hasPartLength = (one: { readonly bytes: number; readonly part: number; readonly data: string }): boolean =>
  base64Bytes(one.data) === partLength(one.bytes, one.part);

export const storedFiles = z
  .array(z.strictObject(fileFields))
  .min(1)
  .max(fileLimits.files)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length);
