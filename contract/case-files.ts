import { z } from 'zod';
import { addFiles } from '../concerns/casework/add-files.ts';
import { exportFile } from '../concerns/casework/export-file.ts';
import { caseIdSchema } from '../concerns/records/case-record.ts';
import { fileIdSchema } from '../concerns/records/kept-file.ts';
import { fileDestinations } from '../concerns/terms/outcomes.ts';
import type { Changed } from './answers.ts';
import { acting, answer, type Definitions, handling } from './definition.ts';
import { change, digest, entry, wordsForHandlers } from './fields.ts';
import { filePart, isOfItsLength, standingFiles, wholeFile } from './files.ts';

/** A part of a sealed file that was opened, in base64: of how many bytes in all, and by which entry of the history. */
export interface OpenedFilePart {
  readonly opening: number;
  readonly bytes: number;
  readonly data: string;
}

const ofAFile = z.strictObject({ caseId: caseIdSchema, id: fileIdSchema });

/** The operations on the files of a case. */
export const caseFileOperations = {
  /** The first part of a sealed file; `case.openFilePart` is each further one, of the opening that this left. */
  'case.openFile': {
    body: ofAFile,
    answer: answer<OpenedFilePart>(),
    roles: handling,
    leaves: { history: ['fileOpened'] },
    reads: true,
  },
  // As with the further pages of a report: the entry that it asks for says already that they opened it.
  'case.openFilePart': {
    body: ofAFile.extend({ opening: z.int().min(1), part: z.int().min(1).max(1_000) }),
    answer: answer<OpenedFilePart>(),
    roles: handling,
    leaves: 'nothing',
    reads: true,
  },
  'case.exportFile': {
    body: change.extend({
      id: fileIdSchema,
      place: z.enum(fileDestinations),
      /** The digest of the age file that leaves, and the fingerprints of those who can open it. */
      leftAs: digest,
      openableBy: z
        .array(z.string().regex(/^[0-9a-f]{32}$/u))
        .min(1)
        .max(20),
      /** Who receives it, and why. */
      words: wordsForHandlers,
    }),
    answer: answer<Changed>(),
    roles: handling,
    ...acting(exportFile),
  },
  // A handler's sealed file goes in parts as well, before the entry that names it: until then it is no part of the case.
  /** The parts of a handler's file that stand, and the names of their others that the case does not name yet. */
  'case.fileParts': {
    body: z.strictObject({ caseId: caseIdSchema, ...wholeFile }),
    answer: answer<{ readonly parts: readonly number[]; readonly waiting: readonly string[] }>(),
    roles: handling,
    leaves: 'nothing',
    reads: true,
  },
  /** `differs`: another part stands in its place; `full`: so many files, or bytes, of theirs wait already. */
  'case.filePart': {
    body: z.strictObject({ caseId: caseIdSchema, ...filePart }).refine(isOfItsLength),
    answer: answer<{ readonly kind: 'kept' | 'differs' | 'full' }>(),
    roles: handling,
    leaves: 'nothing',
  },
  /** `named`: an entry of the case names it, and it stays. */
  'case.fileDrop': {
    body: ofAFile,
    answer: answer<{ readonly kind: 'dropped' | 'named' }>(),
    roles: handling,
    leaves: 'nothing',
  },
  /** The words say what the files are and where they come from, with their names and digests. */
  'case.addFiles': {
    body: entry.extend({ files: standingFiles, words: wordsForHandlers }),
    answer: answer<Changed>(),
    roles: handling,
    ...acting(addFiles),
  },
} as const satisfies Definitions;
