import { z } from 'zod';
import { caseIdSchema } from './case-terms.ts';
import type { CaseId } from '../terms/case-id.ts';
import { fileLimits, longestFileHeader, originalTypes } from '../terms/files.ts';
import { fileIdSchema } from './kept-file.ts';

/** A file as the seal of a report or message names it. */
export const sealedFileSchema = z.object({
  id: fileIdSchema,
  /** As its person had it, or chose it. */
  name: z.string().min(1).max(fileLimits.nameLength),
  type: z.enum(originalTypes),
  /** The length of its content. */
  bytes: z.int().min(1).max(fileLimits.bytes),
  /** SHA-256 of its content, in base64url. */
  digest: z.string().regex(/^[\w-]{43}$/u),
  /** It goes as it was, by choice: never shown, and handed on only sealed. Otherwise it is a clean copy. */
  isOriginal: z.boolean(),
});
export type SealedFile = z.infer<typeof sealedFileSchema>;

/** The files that a seal names; missing where there are none. */
export const sealedFilesSchema = z.array(sealedFileSchema).max(fileLimits.files).readonly().optional();

/**
 * The files of a seal as a tag takes them, `[]` where there are none: what was sealed without files has the tag that it
 * had.
 */
export const taggedFiles = (files: readonly SealedFile[] | undefined): readonly (readonly unknown[])[] =>
  files === undefined || files.length === 0
    ? []
    : [
        [
          'files',
          ...files.map(({ id, name, type, bytes, digest, isOriginal }) => [id, name, type, bytes, digest, isOriginal]),
        ],
      ];

/** The first line of a sealed file's plaintext: a file that is moved to another case, or another's place, is noticed. */
const headerSchema = z.object({ v: z.literal(1), caseId: caseIdSchema, id: fileIdSchema, bytes: z.int().min(1) });

/** The line with which the plaintext of a sealed file begins; the content follows, then zeros. */
export const fileHeader = (header: { readonly caseId: CaseId; readonly id: string; readonly bytes: number }): string =>
  `${JSON.stringify({ v: 1, caseId: header.caseId, id: header.id, bytes: header.bytes })}\n`;

/**
 * The content of an opened file, `undefined` where it does not begin as the file of this case and name, or is shorter
 * than it says. Its digest is for whoever has the seal that names it.
 */
export function fileContent(
  plain: Uint8Array,
  wanted: { readonly caseId: CaseId; readonly id: string },
): Uint8Array | undefined {
  const end = plain.subarray(0, longestFileHeader).indexOf(0x0a);
  if (end === -1) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain.subarray(0, end)));
  } catch {
    return undefined;
  }
  const { data: header } = headerSchema.safeParse(parsed);
  if (header?.caseId !== wanted.caseId || header.id !== wanted.id) return undefined;
  const content = plain.subarray(end + 1, end + 1 + header.bytes);
  return content.length === header.bytes ? content : undefined;
}
