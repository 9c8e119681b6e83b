import { z } from 'zod';
import { caseIdSchema } from './case-terms.ts';
import type { CaseId } from '../terms/codes.ts';
import { fileLimits, longestFileHeader, originalTypes } from '../terms/files.ts';
import { fileIdSchema } from './kept-file.ts';

export const sealedFileSchema = z.object({
  id: fileIdSchema,
  name: z.string().min(1).max(fileLimits.nameLength),
  type: z.enum(originalTypes),
  bytes: z.int().min(1).max(fileLimits.bytes),
  digest: z.string().regex(/^[\w-]{43}$/u),
  /** Unchanged by choice: never shown, and handed on only sealed. */
  isOriginal: z.boolean(),
});
export type SealedFile = z.infer<typeof sealedFileSchema>;

export const sealedFilesSchema = z.array(sealedFileSchema).max(fileLimits.files).readonly().optional();

/** Older seals without files keep the tag that they had. */
export const taggedFiles = (files: readonly SealedFile[] | undefined): readonly (readonly unknown[])[] =>
  files === undefined || files.length === 0
    ? []
    : [
        [
          'files',
          ...files.map(({ id, name, type, bytes, digest, isOriginal }) => [id, name, type, bytes, digest, isOriginal]),
        ],
      ];

const headerSchema = z.object({ v: z.literal(1), caseId: caseIdSchema, id: fileIdSchema, bytes: z.int().min(1) });

export const fileHeader = (header: { readonly caseId: CaseId; readonly id: string; readonly bytes: number }): string =>
  `${JSON.stringify({ v: 1, caseId: header.caseId, id: header.id, bytes: header.bytes })}\n`;

/**
 * `undefined` if it is not the file of this case and name, or is too short. The caller checks the digest against the
 * seal.
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
