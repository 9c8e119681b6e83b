import { z } from 'zod';
import { agreeClosingAsReserve } from '../core/casework/case-lifecycle.ts';
import { readmitPersonAsReserve } from '../core/casework/exclusion.ts';
import { takeOverCase, type NotifiedEntry } from '../core/casework/oversight.ts';
import type { CaseId } from '../core/model/codes.ts';
import { type Outcome, outcomes } from '../core/model/outcomes.ts';
import type { PersonId } from '../core/model/roles.ts';
import { actionFields, answer, type OperationDefinitions } from './operation-definition.ts';
import { entry, objectId, caseBody, words } from './fields.ts';
import type { PersonView } from './answers.ts';

export interface OverseenRow {
  readonly caseId: CaseId;
  readonly toldOn: string;
  readonly isNew: boolean;
}

export interface OverseenView {
  readonly caseId: CaseId;
  readonly entries: readonly NotifiedEntry[];
  readonly shutOut: readonly PersonId[];
  readonly toAgree?: { readonly by: PersonId; readonly outcome: Outcome };
  /** No one of the unit may see the case. `by`, one of the reserve, asked to take it over. */
  readonly takeover?: { readonly by?: PersonId };
  readonly people: readonly PersonView[];
}

const reserve = { roles: ['reserve'] } as const;

export const oversightOperations = {
  'oversight.list': {
    ...reserve,
    body: z.strictObject({ after: z.string().max(200).optional() }),
    answer: answer<{ readonly rows: readonly OverseenRow[]; readonly next?: string }>(),
    leaves: 'log',
    isReadOnly: true,
  },
  'oversight.overseeCase': {
    ...reserve,
    body: caseBody,
    answer: answer<OverseenView>(),
    leaves: { history: ['overseen'] },
    isReadOnly: true,
  },
  'oversight.agreeClosing': {
    ...reserve,
    body: entry.extend({ outcome: z.enum(outcomes), words }),
    answer: answer<{ readonly agreed: true }>(),
    ...actionFields(agreeClosingAsReserve),
  },
  'oversight.takeOver': {
    ...reserve,
    body: entry.extend({ of: objectId.optional(), words }),
    answer: answer<{ readonly taken: boolean }>(),
    ...actionFields(takeOverCase),
  },
  'oversight.readmitPerson': {
    ...reserve,
    body: entry.extend({ person: objectId, words }),
    answer: answer<{ readonly readmitted: true }>(),
    ...actionFields(readmitPersonAsReserve),
  },
} as const satisfies OperationDefinitions;
