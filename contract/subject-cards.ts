import { z } from 'zod';
import {
  requestCardWithdrawal,
  type SubjectCardsPage,
  saveSubjectCard,
  refuseCardWithdrawal,
  withdrawSubjectCard,
} from '../core/casework/subject-cards.ts';
import {
  askParting,
  confirmSamePersonUseCase,
  type GroupedCase,
  partCasesUseCase,
} from '../core/casework/same-person.ts';
import { caseIdSchema } from '../core/model/case-record.ts';
import { cardPositionSchema, storedSubjectCardSchema } from '../core/model/subject-card.ts';
import type { HandledBy } from '../core/model/handled-by.ts';
import type { CaseChangeAnswer } from './operation-answers.ts';
import { actionFields, answerType, type OperationDefinitions, handlerRoles } from './operation-definition.ts';
import {
  caseBody,
  caseChangeBody,
  caseEntryBody,
  sha256DigestSchema,
  handledByField,
  handlerNoteSchema,
} from './body-schemas.ts';

export interface SubjectCardsAnswer extends Omit<SubjectCardsPage, 'former'> {
  readonly former?: SubjectCardsPage['former'];
  readonly tenantId: string;
  readonly handledBy: HandledBy;
  /** Those that they may see, with and without a card, on the last page only; counting ends at ten thousand. */
  readonly cases?: number;
}

/** Empty if nothing joins this case to another that they may see. */
export interface PersonGroupAnswer {
  readonly cases: readonly GroupedCase[];
  readonly isMore: boolean;
  readonly tenantId: string;
}

const personOnCard = z.strictObject({ of: sha256DigestSchema, position: cardPositionSchema });

const changeDefaults = { answer: answerType<CaseChangeAnswer>(), roles: handlerRoles } as const;

export const subjectCardOperations = {
  'subjects.cards': {
    body: z.strictObject({ ...handledByField, after: caseIdSchema.optional() }),
    answer: answerType<SubjectCardsAnswer>(),
    roles: handlerRoles,
    auditTrail: 'log',
    isReadOnly: true,
  },
  'case.keepSubjects': {
    ...changeDefaults,
    body: caseChangeBody.extend({
      card: storedSubjectCardSchema.omit({ by: true }).strict(),
      replaces: sha256DigestSchema.optional(),
    }),
    ...actionFields(saveSubjectCard),
  },
  'case.askCardWithdrawal': {
    ...changeDefaults,
    body: caseChangeBody.extend({ of: sha256DigestSchema, words: handlerNoteSchema }),
    ...actionFields(requestCardWithdrawal),
  },
  'case.withdrawCard': {
    ...changeDefaults,
    body: caseChangeBody.extend({ of: sha256DigestSchema }),
    ...actionFields(withdrawSubjectCard),
  },
  'case.refuseCardWithdrawal': {
    ...changeDefaults,
    body: caseChangeBody.extend({ of: sha256DigestSchema, words: handlerNoteSchema.optional() }),
    ...actionFields(refuseCardWithdrawal),
  },
  'case.personGroup': {
    body: caseBody,
    answer: answerType<PersonGroupAnswer>(),
    roles: handlerRoles,
    auditTrail: { history: ['grouped'] },
    isReadOnly: true,
  },
  'case.confirmSamePerson': {
    ...changeDefaults,
    body: caseEntryBody.extend({ other: caseIdSchema, mine: personOnCard, theirs: personOnCard }),
    ...actionFields(confirmSamePersonUseCase),
  },
  'case.askParting': {
    ...changeDefaults,
    body: caseChangeBody.extend({ other: caseIdSchema, words: handlerNoteSchema }),
    ...actionFields(askParting),
  },
  'case.part': {
    ...changeDefaults,
    body: caseChangeBody.extend({ other: caseIdSchema, of: sha256DigestSchema }),
    ...actionFields(partCasesUseCase),
  },
} as const satisfies OperationDefinitions;
