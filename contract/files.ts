import { z } from 'zod';
import { fileIdSchema } from '../concerns/records/sealed-file.ts';
import { fileLimits, isSizeClass, lengthOfPart, partBytes, partsOf, sizeClasses } from '../concerns/terms/files.ts';

export const lengthOf = (text: string): number =>
  (text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);

const sealedBytes = z.int().refine(isSizeClass);

export const wholeFile = { id: fileIdSchema, bytes: sealedBytes };

export const filePart = {
  ...wholeFile,
  part: z
    .int()
    .min(0)
    .max(partsOf(Math.max(...sizeClasses)) - 1),
  data: z.base64().max(Math.ceil(partBytes / 3) * 4),
};

export const isOfItsLength = (one: { readonly bytes: number; readonly part: number; readonly data: string }): boolean =>
  lengthOf(one.data) === lengthOfPart(one.bytes, one.part);

export const standingFiles = z
  .array(z.strictObject(wholeFile))
  .min(1)
  .max(fileLimits.files)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length);
