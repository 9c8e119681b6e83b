import { z } from 'zod';
import { base64 } from '@scure/base';
import { caseIdSchema } from '../core/model/case-record.ts';
import { noteReaders } from '../core/model/event-record.ts';
import { personIdSchema } from '../core/model/roles.ts';
import { fileIdSchema } from '../core/model/sealed-file.ts';
import {
  fileLimits,
  isSizeClass,
  partLength,
  maxPartBytes,
  partCount,
  sizeClasses,
} from '../core/model/file-limits.ts';

/** Base64 of 40,000 characters, of three bytes each in UTF-8, padded, for a dozen recipients. */
export const maxSealLength = 200_000;
export const sealedTextSchema = z.base64().min(1).max(maxSealLength);
/** Strict, because histories keep it in clear: no one can type a name here. */
export const objectIdSchema = z.guid().pipe(personIdSchema);
/** The idempotency key, which the page makes for each act. */
export const requestIdSchema = z.string().regex(/^[0-9a-f]{32}$/u);
export const sha256DigestSchema = z.string().regex(/^[\w-]{43}$/u);

export const caseBody = z.strictObject({ caseId: caseIdSchema });
/** `revision` is the one that the page shows, so that no one overwrites another's change. */
export const caseChangeBody = z.strictObject({
  caseId: caseIdSchema,
  revision: z.int().min(0),
  request: requestIdSchema,
});
/** Needs no revision: it reverses no one else's decision. */
export const caseEntryBody = z.strictObject({ caseId: caseIdSchema, request: requestIdSchema });

/** If the writer chooses who can read them. A use case that needs certain readers refuses others. */
export const sealedNoteSchema = z.strictObject({ for: z.enum(noteReaders), sealed: sealedTextSchema });
/** If the words are for all who handle the case, and for no one else. */
export const handlerNoteSchema = z.strictObject({ for: z.literal('handlers'), sealed: sealedTextSchema });
export const custodianNoteSchema = z.strictObject({ for: z.literal('custodians'), sealed: sealedTextSchema });
/** If a second person must be able to read why. Those who handle the case can; `oversight` adds the reserve. */
export const sealedReasonSchema = z.strictObject({ for: z.enum(['handlers', 'oversight']), sealed: sealedTextSchema });

/** Only for someone who handles both kinds, in development; otherwise their own kind. */
export const handledByField = { handledBy: z.enum(['acu', 'reserve']).optional() };

export const base64ByteLength = (text: string): number =>
  (text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);

const sealedSizeSchema = z.int().refine(isSizeClass);

export const fileFields = { id: fileIdSchema, bytes: sealedSizeSchema };

function decodeBase64(text: string, context: z.RefinementCtx): Uint8Array {
  try {
    return base64.decode(text);
  } catch {
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  }
}

export const filePartFields = {
  ...fileFields,
  part: z
    .int()
    .min(0)
    .max(Math.max(...sizeClasses.map(partCount)) - 1),
  /** In base64, or as it is in a frame. */
  data: z.union([
    z
      .base64()
      .max(Math.ceil(maxPartBytes / 3) * 4)
      .transform(decodeBase64),
    z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  ]),
};

export const isPartLengthValid = (one: {
  readonly bytes: number;
  readonly part: number;
  readonly data: Uint8Array;
}): boolean => one.data.length === partLength(one.bytes, one.part);

export const uploadedFilesSchema = z
  .array(z.strictObject(fileFields))
  .min(1)
  .max(fileLimits.files)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length);
