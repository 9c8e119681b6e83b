import { z } from 'zod';
import { agreeClosingAsReserve } from '../core/casework/case-lifecycle.ts';
import { readmitPersonAsReserve } from '../core/casework/exclusion.ts';
import { agreeLoweringAsReserve } from '../core/casework/urgency.ts';
import { takeOverCase, type NotifiedEntry } from '../core/casework/oversight.ts';
import type { CaseId } from '../core/model/case-id.ts';
import { type Outcome, outcomes } from '../core/model/case-terms.ts';
import type { PersonId } from '../core/model/roles.ts';
import { actionFields, answerType, type OperationDefinitions } from './operation-definition.ts';
import { caseEntryBody, objectIdSchema, caseBody, sealedNoteSchema } from './body-schemas.ts';
import type { PersonView } from './operation-answers.ts';

export interface OverseenCaseRow {
  readonly caseId: CaseId;
  readonly toldOn: string;
  readonly isNew: boolean;
}

export interface OverseenCaseView {
  readonly caseId: CaseId;
  readonly entries: readonly NotifiedEntry[];
  readonly shutOut: readonly PersonId[];
  readonly toAgree?: { readonly by: PersonId; readonly outcome: Outcome };
  /** This person of the unit asks that the case be no longer urgent. */
  readonly toLower?: { readonly by: PersonId };
  /** No one of the unit may see the case. `by`, one of the reserve, asked to take it over. */
  readonly takeover?: { readonly by?: PersonId };
  readonly people: readonly PersonView[];
}

const reserveDefaults = { roles: ['reserve'] } as const;

export const oversightOperations = {
  'oversight.list': {
    ...reserveDefaults,
    body: z.strictObject({ after: z.string().max(200).optional() }),
    answer: answerType<{ readonly rows: readonly OverseenCaseRow[]; readonly next?: string }>(),
    auditTrail: 'log',
    isReadOnly: true,
  },
  'oversight.overseeCase': {
    ...reserveDefaults,
    body: caseBody,
    answer: answerType<OverseenCaseView>(),
    auditTrail: { history: ['overseen'] },
    isReadOnly: true,
  },
  'oversight.agreeClosing': {
    ...reserveDefaults,
    body: caseEntryBody.extend({ outcome: z.enum(outcomes), words: sealedNoteSchema }),
    answer: answerType<{ readonly agreed: true }>(),
    ...actionFields(agreeClosingAsReserve),
  },
  'oversight.agreeLowering': {
    ...reserveDefaults,
    body: caseEntryBody.extend({ words: sealedNoteSchema }),
    answer: answerType<{ readonly agreed: true }>(),
    ...actionFields(agreeLoweringAsReserve),
  },
  'oversight.takeOver': {
    ...reserveDefaults,
    body: caseEntryBody.extend({ of: objectIdSchema.optional(), words: sealedNoteSchema }),
    answer: answerType<{ readonly taken: boolean }>(),
    ...actionFields(takeOverCase),
  },
  'oversight.readmitPerson': {
    ...reserveDefaults,
    body: caseEntryBody.extend({ person: objectIdSchema, words: sealedNoteSchema }),
    answer: answerType<{ readonly readmitted: true }>(),
    ...actionFields(readmitPersonAsReserve),
  },
} as const satisfies OperationDefinitions;
