import { z } from 'zod';
import {
  requestCardWithdrawal,
  type CardsPage,
  saveSubjectCard,
  refuseCardWithdrawal,
  withdrawCard,
} from '../core/casework/subject-cards.ts';
import { caseIdSchema } from '../core/model/case-record.ts';
import { storedSubjectCardSchema } from '../core/model/subject-card.ts';
import type { HandledBy } from '../core/model/urgency.ts';
import type { ChangeAnswer } from './answers.ts';
import { actionFields, answer, type OperationDefinitions, handlerRoles } from './operation-definition.ts';
import { change, digest, groupFields, wordsForHandlers } from './fields.ts';

export interface CardsAnswer extends Omit<CardsPage, 'former'> {
  readonly former?: CardsPage['former'];
  readonly tenantId: string;
  readonly handledBy: HandledBy;
  /** Those that they may see, with and without a card, on the last page only; counting ends at ten thousand. */
  readonly cases?: number;
}

const changeDefaults = { answer: answer<ChangeAnswer>(), roles: handlerRoles } as const;

export const subjectCardOperations = {
  'subjects.cards': {
    body: z.strictObject({ ...groupFields, after: caseIdSchema.optional() }),
    answer: answer<CardsAnswer>(),
    roles: handlerRoles,
    leaves: 'log',
    isReadOnly: true,
  },
  'case.keepSubjects': {
    ...changeDefaults,
    body: change.extend({ card: storedSubjectCardSchema.omit({ by: true }).strict(), replaces: digest.optional() }),
    ...actionFields(saveSubjectCard),
  },
  'case.askCardWithdrawal': {
    ...changeDefaults,
    body: change.extend({ of: digest, words: wordsForHandlers }),
    ...actionFields(requestCardWithdrawal),
  },
  'case.withdrawCard': { ...changeDefaults, body: change.extend({ of: digest }), ...actionFields(withdrawCard) },
  'case.refuseCardWithdrawal': {
    ...changeDefaults,
    body: change.extend({ of: digest, words: wordsForHandlers.optional() }),
    ...actionFields(refuseCardWithdrawal),
  },
} as const satisfies OperationDefinitions;
