import { z } from 'zod';
import { createHash } from 'node:crypto';
import { fileLimits, isSizeClass, longestFileHeader, originalTypes } from './files.ts';
import { type PersonId, personIdSchema } from './directory.ts';
import { caseIdSchema } from './case-terms.ts';
import type { CaseId } from './codes.ts';

export const fileIdSchema = z.string().regex(/^[0-9a-f]{32}$/u);

const keptFileSchema = z.object({
  id: fileIdSchema,
  bytes: z.int().refine(isSizeClass),
  addedBy: personIdSchema.optional(),
});
export type KeptFile = z.infer<typeof keptFileSchema>;

export const countOfReporter = (files: readonly KeptFile[] = []): number =>
  files.filter(({ addedBy }) => addedBy === undefined).length;

export const keptFilesSchema = z.array(keptFileSchema).readonly().optional();

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

const filesNoteSchema = z.object({
  v: z.literal(1),
  text: z.string(),
  files: z.array(sealedFileSchema).min(1).max(fileLimits.files).readonly(),
});
interface FilesNote {
  readonly text: string;
  readonly files: readonly SealedFile[];
}

export const filesNote = ({ text, files }: FilesNote): string => JSON.stringify({ v: 1, text, files });

export function readFilesNote(opened: string): FilesNote | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(opened);
  } catch {
    return undefined;
  }
  return filesNoteSchema.safeParse(parsed).data;
}

export const shownFilesNote = ({ text, files }: FilesNote): string =>
  [text, ...files.map(({ name }) => name)].join('\n');

const placed = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** It does not lead back to the mailbox's line. */
export const holderOf = (mailbox: string): string => placed(`candour/1/holder ${mailbox}`);

/** No mailbox has a handler's place, and no colleague can fill it or take anything out. */
export const holderOfHandler = (person: PersonId): string => placed(`candour/1/handler ${person}`);

export const placeOfFile = (
  { caseId, mailboxRecipient }: { readonly caseId: CaseId; readonly mailboxRecipient: string },
  { id, addedBy }: KeptFile,
) => ({ caseId, holder: addedBy === undefined ? holderOf(mailboxRecipient) : holderOfHandler(addedBy), id });
