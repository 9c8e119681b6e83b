import { z } from 'zod';
import { fileLimits } from '../terms/files.ts';
import { sealedFileSchema, type SealedFile } from './sealed-file.ts';

/** The content of the seal with which somebody who handles a case adds files to it. */
const filesNoteSchema = z.object({
  v: z.literal(1),
  /** Says what they are, and where they come from. */
  text: z.string(),
  files: z.array(sealedFileSchema).min(1).max(fileLimits.files).readonly(),
});
export interface FilesNote {
  readonly text: string;
  readonly files: readonly SealedFile[];
}

/** The words of files that are added to a case, as they are sealed. */
export const filesNote = ({ text, files }: FilesNote): string => JSON.stringify({ v: 1, text, files });

/** The words of files that were added, opened; `undefined` where they are no such words. */
export function readFilesNote(opened: string): FilesNote | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(opened);
  } catch {
    return undefined;
  }
  return filesNoteSchema.safeParse(parsed).data;
}

/** The words of such a note as they are read, and beneath them the name of each file. */
export const shownFilesNote = ({ text, files }: FilesNote): string =>
  [text, ...files.map(({ name }) => name)].join('\n');
