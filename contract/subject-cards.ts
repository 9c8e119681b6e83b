import { z } from 'zod';
import {
  askCardWithdrawal,
  type CardsPage,
  keepSubjects,
  refuseCardWithdrawal,
  withdrawCard,
} from '../core/casework/subject-cards.ts';
import { caseIdSchema } from '../core/model/case-record.ts';
import { keptCardSchema } from '../core/model/subject-card.ts';
import type { HandledBy } from '../core/model/urgency.ts';
import type { Changed } from './answers.ts';
import { acting, answer, type Definitions, handling } from './definition.ts';
import { change, digest, ofKind, wordsForHandlers } from './fields.ts';

export interface CardsAnswer extends Omit<CardsPage, 'former'> {
  readonly former?: CardsPage['former'];
  readonly tenantId: string;
  readonly handledBy: HandledBy;
  /** On the last page only: such cases that they may see, with and without a card; counting ends at ten thousand. */
  readonly cases?: number;
}

const changes = { answer: answer<Changed>(), roles: handling } as const;

export const subjectCardOperations = {
  'subjects.cards': {
    body: z.strictObject({ ...ofKind, after: caseIdSchema.optional() }),
    answer: answer<CardsAnswer>(),
    roles: handling,
    leaves: 'log',
    reads: true,
  },
  'case.keepSubjects': {
    ...changes,
    body: change.extend({ card: keptCardSchema.omit({ by: true }).strict(), replaces: digest.optional() }),
    ...acting(keepSubjects),
  },
  'case.askCardWithdrawal': {
    ...changes,
    body: change.extend({ of: digest, words: wordsForHandlers }),
    ...acting(askCardWithdrawal),
  },
  'case.withdrawCard': { ...changes, body: change.extend({ of: digest }), ...acting(withdrawCard) },
  'case.refuseCardWithdrawal': {
    ...changes,
    body: change.extend({ of: digest, words: wordsForHandlers.optional() }),
    ...acting(refuseCardWithdrawal),
  },
} as const satisfies Definitions;
