import { z } from 'zod';
import { createHash } from 'node:crypto';
import { fileLimits, isSizeClass, maxFileHeaderBytes } from './file-limits.ts';
import { type PersonId, personIdSchema } from './roles.ts';
import { caseIdSchema } from './base-schemas.ts';
import type { CaseId } from './case-id.ts';

export const fileIdSchema = z.string().regex(/^[0-9a-f]{32}$/u);

const storedFileSchema = z.object({
  id: fileIdSchema,
  bytes: z.int().refine(isSizeClass),
  addedBy: personIdSchema.optional(),
  /** A handler marked it: it opens only for someone who confirms that they mean to. */
  mayBeUnlawful: z.literal(true).optional(),
});
export type StoredFile = z.infer<typeof storedFileSchema>;

export const reporterFileCount = (files: readonly StoredFile[] = []): number =>
  files.filter(({ addedBy }) => addedBy === undefined).length;

export const storedFilesSchema = z.array(storedFileSchema).readonly().optional();

const maxTypeLength = 100;

/** Takes types and sizes that a later version added: one such file must not keep a report's words from its reader. */
export const sealedFileSchema = z.object({
  id: fileIdSchema,
  name: z.string().min(1).max(fileLimits.nameLength),
  /** A media type: `parseFileType` says whether this version knows it. */
  type: z.string().min(1).max(maxTypeLength),
  bytes: z.int().min(1),
  digest: z.string().regex(/^[\w-]{43}$/u),
  /** Unchanged by choice: never shown, and handed on only sealed. */
  isOriginal: z.boolean(),
});
export type SealedFile = z.infer<typeof sealedFileSchema>;

export const sealedFilesSchema = z.array(sealedFileSchema).max(fileLimits.files).readonly().optional();

/** Older seals without files keep their tag. */
export const filesTagInput = (files: readonly SealedFile[] | undefined): readonly (readonly unknown[])[] =>
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

function readFileHeader(plain: Uint8Array) {
  const end = plain.subarray(0, maxFileHeaderBytes).indexOf(0x0a);
  if (end === -1) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain.subarray(0, end)));
  } catch {
    return undefined;
  }
  const { data: header } = headerSchema.safeParse(parsed);
  return header && { ...header, start: end + 1 };
}

/**
 * Where the content begins, and its length in bytes; `undefined` if it is not the file of this case and name. The
 * caller checks length and digest against the seal.
 */
export function parseFileHeader(
  plain: Uint8Array,
  expected: { readonly caseId: CaseId; readonly id: string },
): { readonly start: number; readonly bytes: number } | undefined {
  const header = readFileHeader(plain);
  if (header?.caseId !== expected.caseId || header.id !== expected.id) return undefined;
  return { start: header.start, bytes: header.bytes };
}

/** Without header and padding; `undefined` if it is no file of a case. No report vouches for it. */
export function unpadFile(plain: Uint8Array): Uint8Array | undefined {
  const header = readFileHeader(plain);
  if (header === undefined) return undefined;
  const end = header.start + header.bytes;
  return end > plain.length || plain.subarray(end).some((byte) => byte !== 0)
    ? undefined
    : plain.subarray(header.start, end);
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

export const serialiseFilesNote = ({ text, files }: FilesNote): string => JSON.stringify({ v: 1, text, files });

export function parseFilesNote(decrypted: string): FilesNote | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(decrypted);
  } catch {
    return undefined;
  }
  return filesNoteSchema.safeParse(parsed).data;
}

export const formatFilesNote = ({ text, files }: FilesNote): string =>
  [text, ...files.map(({ name }) => name)].join('\n');

const shortDigest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** It does not lead back to the mailbox's public key. */
export const mailboxHolderId = (mailbox: string): string => shortDigest(`candour/1/holder ${mailbox}`);

/** Never equal to a mailbox's, so that no reporter or colleague can fill it or take anything out. */
export const handlerHolderId = (person: PersonId): string => shortDigest(`candour/1/handler ${person}`);

export const fileLocation = (
  { caseId, mailboxRecipient }: { readonly caseId: CaseId; readonly mailboxRecipient: string },
  { id, addedBy }: StoredFile,
) => ({ caseId, holder: addedBy === undefined ? mailboxHolderId(mailboxRecipient) : handlerHolderId(addedBy), id });
