import { z } from 'zod';
import { fileIdSchema } from '../concerns/records/kept-file.ts';
import { fileLimits, isSizeClass, lengthOfPart, partBytes, partsOf, sizeClasses } from '../concerns/terms/files.ts';

/** How many bytes stand in base64. */
export const lengthOf = (text: string): number =>
  (text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);

const sealedBytes = z.int().refine(isSizeClass);

/** A sealed file, by its name and its length. */
export const wholeFile = { id: fileIdSchema, bytes: sealedBytes };

/** A part of a sealed file, in base64. */
export const filePart = {
  ...wholeFile,
  part: z
    .int()
    .min(0)
    .max(partsOf(Math.max(...sizeClasses)) - 1),
  data: z.base64().max(Math.ceil(partBytes / 3) * 4),
};

/** Whether a part is as long as its place says. */
export const isOfItsLength = (one: { readonly bytes: number; readonly part: number; readonly data: string }): boolean =>
  lengthOf(one.data) === lengthOfPart(one.bytes, one.part);

/** The files that stand already, each once. */
export const standingFiles = z
  .array(z.strictObject(wholeFile))
  .min(1)
  .max(fileLimits.files)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length);
