import { z } from 'zod';
import { addFiles, exportFile } from '../core/casework/case-files.ts';
import { caseIdSchema } from '../core/model/case-record.ts';
import { fileIdSchema } from '../core/model/sealed-file.ts';
import { fileDestinations } from '../core/model/outcomes.ts';
import type { Changed } from './answers.ts';
import { acting, answer, type Definitions, handling } from './definition.ts';
import { change, digest, entry, wordsForHandlers } from './fields.ts';
import { filePart, isOfItsLength, standingFiles, wholeFile } from './fields.ts';

/** In base64, with the file's length in bytes and the history entry that opened it. */
export interface OpenedFilePart {
  readonly opening: number;
  readonly bytes: number;
  readonly data: string;
}

const ofAFile = z.strictObject({ caseId: caseIdSchema, id: fileIdSchema });

export const caseFileOperations = {
  /** Leaves an entry; `case.openFilePart` then gets each further part of that opening. */
  'case.openFile': {
    body: ofAFile,
    answer: answer<OpenedFilePart>(),
    roles: handling,
    leaves: { history: ['fileOpened'] },
    reads: true,
  },
  // The entry that it names already says that they opened the file.
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
      leftAs: digest,
      openableBy: z
        .array(z.string().regex(/^[0-9a-f]{32}$/u))
        .min(1)
        .max(20),
      words: wordsForHandlers,
    }),
    answer: answer<Changed>(),
    roles: handling,
    ...acting(exportFile),
  },
  // A case handler's file is sent in parts before the entry that names it, and until then it does not belong to the
  // case.
  'case.fileParts': {
    body: z.strictObject({ caseId: caseIdSchema, ...wholeFile }),
    answer: answer<{ readonly parts: readonly number[]; readonly waiting: readonly string[] }>(),
    roles: handling,
    leaves: 'nothing',
    reads: true,
  },
  /** `differs`: another part has its place. `full`: too many files or bytes of theirs wait already. */
  'case.filePart': {
    body: z.strictObject({ caseId: caseIdSchema, ...filePart }).refine(isOfItsLength),
    answer: answer<{ readonly kind: 'kept' | 'differs' | 'full' }>(),
    roles: handling,
    leaves: 'nothing',
  },
  /** `named`: an entry names the file, so it stays. */
  'case.fileDrop': {
    body: ofAFile,
    answer: answer<{ readonly kind: 'dropped' | 'named' }>(),
    roles: handling,
    leaves: 'nothing',
  },
  'case.addFiles': {
    body: entry.extend({ files: standingFiles, words: wordsForHandlers }),
    answer: answer<Changed>(),
    roles: handling,
    ...acting(addFiles),
  },
} as const satisfies Definitions;
