import { z } from 'zod';
import { fileLimits } from '../terms/files.ts';
import { sealedFileSchema, type SealedFile } from './sealed-file.ts';

const filesNoteSchema = z.object({
  v: z.literal(1),
  text: z.string(),
  files: z.array(sealedFileSchema).min(1).max(fileLimits.files).readonly(),
});
export interface FilesNote {
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
