import { z } from 'zod';
import { setTitle, type TitledCase } from '../core/casework/case-titles.ts';
import { caseIdSchema } from '../core/model/case-record.ts';
import { storedCaseTitleSchema } from '../core/model/case-title.ts';
import type { CaseChangeAnswer } from './operation-answers.ts';
import { actionFields, answerType, type OperationDefinitions, handlerRoles } from './operation-definition.ts';
import { caseChangeBody, handlerNoteSchema, sha256DigestSchema } from './body-schemas.ts';

/** As many as a page of the list. */
const maxTitlesAsked = 50;

export const caseTitleOperations = {
  'cases.titles': {
    body: z.strictObject({ cases: z.array(caseIdSchema).min(1).max(maxTitlesAsked) }),
    answer: answerType<{ readonly titles: readonly TitledCase[]; readonly tenantId: string }>(),
    roles: handlerRoles,
    auditTrail: 'log',
    isReadOnly: true,
  },
  'case.setTitle': {
    answer: answerType<CaseChangeAnswer>(),
    roles: handlerRoles,
    body: caseChangeBody.extend({
      title: storedCaseTitleSchema.omit({ by: true }).strict(),
      replaces: sha256DigestSchema.optional(),
      words: handlerNoteSchema,
    }),
    ...actionFields(setTitle),
  },
} as const satisfies OperationDefinitions;
