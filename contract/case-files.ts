import { z } from 'zod';
import { addFiles, exportFile, markFile } from '../core/casework/case-files.ts';
import { caseIdSchema } from '../core/model/case-record.ts';
import { fileIdSchema } from '../core/model/sealed-file.ts';
import { fileDestinations } from '../core/model/case-terms.ts';
import type { CaseChangeAnswer } from './operation-answers.ts';
import { actionFields, answerType, type OperationDefinitions, handlerRoles } from './operation-definition.ts';
import { caseChangeBody, sha256DigestSchema, caseEntryBody, handlerNoteSchema } from './body-schemas.ts';
import { filePartFields, isPartLengthValid, uploadedFilesSchema, fileFields } from './body-schemas.ts';

/** In base64 or in a frame, with the file's length in bytes and the sequence of its entry. */
export interface ReleasedFilePart {
  readonly opening: number;
  readonly bytes: number;
  readonly data: string | Uint8Array;
}

const fileBody = z.strictObject({ caseId: caseIdSchema, id: fileIdSchema });

export const caseFileOperations = {
  'case.openFile': {
    body: fileBody.extend({ despiteMark: z.literal(true).optional() }),
    answer: answerType<ReleasedFilePart>(),
    roles: handlerRoles,
    auditTrail: { history: ['fileOpened'] },
    isReadOnly: true,
  },
  // The entry that it names already records the opening.
  'case.openFilePart': {
    body: fileBody.extend({ opening: z.int().min(1), part: z.int().min(1).max(1_000) }),
    answer: answerType<ReleasedFilePart>(),
    roles: handlerRoles,
    auditTrail: 'nothing',
    isReadOnly: true,
  },
  'case.exportFile': {
    body: caseChangeBody.extend({
      id: fileIdSchema,
      place: z.enum(fileDestinations),
      leftAs: sha256DigestSchema,
      openableBy: z
        .array(z.string().regex(/^[0-9a-f]{32}$/u))
        .min(1)
        .max(20),
      words: handlerNoteSchema,
    }),
    answer: answerType<CaseChangeAnswer>(),
    roles: handlerRoles,
    ...actionFields(exportFile),
  },
  'case.markFile': {
    body: caseEntryBody.extend({ id: fileIdSchema }),
    answer: answerType<CaseChangeAnswer>(),
    roles: handlerRoles,
    ...actionFields(markFile),
  },
  // Until an entry names the file, its parts do not belong to the case.
  'case.fileParts': {
    body: z.strictObject({ caseId: caseIdSchema, ...fileFields }),
    answer: answerType<{ readonly parts: readonly number[]; readonly waiting: readonly string[] }>(),
    roles: handlerRoles,
    auditTrail: 'nothing',
    isReadOnly: true,
  },
  /** `differs`: another part has its place. `full`: too many of theirs wait already. */
  'case.filePart': {
    body: z.strictObject({ caseId: caseIdSchema, ...filePartFields }).refine(isPartLengthValid),
    answer: answerType<{ readonly kind: 'kept' | 'differs' | 'full' }>(),
    roles: handlerRoles,
    auditTrail: 'nothing',
  },
  /** `named`: an entry names the file. */
  'case.fileDrop': {
    body: fileBody,
    answer: answerType<{ readonly kind: 'dropped' | 'named' }>(),
    roles: handlerRoles,
    auditTrail: 'nothing',
  },
  'case.addFiles': {
    body: caseEntryBody.extend({ files: uploadedFilesSchema, words: handlerNoteSchema }),
    answer: answerType<CaseChangeAnswer>(),
    roles: handlerRoles,
    ...actionFields(addFiles),
  },
} as const satisfies OperationDefinitions;
