import { z } from 'zod';
import { agreeClosingAsReserve } from '../core/casework/progress.ts';
import { readmitPersonAsReserve } from '../core/casework/exclusion.ts';
import { takeOverCase, type ToldEntry } from '../core/casework/oversight.ts';
import type { CaseId } from '../core/model/codes.ts';
import { type Outcome, outcomes } from '../core/model/outcomes.ts';
import type { PersonId } from '../core/model/directory.ts';
import { acting, answer, type Definitions } from './definition.ts';
import { entry, objectId, ofACase, words } from './fields.ts';
import type { ShownPerson } from './answers.ts';

export interface OverseenRow {
  readonly caseId: CaseId;
  readonly toldOn: string;
  readonly isNew: boolean;
}

/** With the sealed reasons, and without the report. */
export interface OverseenView {
  readonly caseId: CaseId;
  readonly entries: readonly ToldEntry[];
  readonly shutOut: readonly PersonId[];
  readonly toAgree?: { readonly by: PersonId; readonly outcome: Outcome };
  /**
   * No one of the unit may see the case, so the reserve can take it over if a second member agrees. `by` asked first.
   */
  readonly takeover?: { readonly by?: PersonId };
  readonly people: readonly ShownPerson[];
}

const reserve = { roles: ['reserve'] } as const;

export const oversightOperations = {
  'oversight.list': {
    ...reserve,
    body: z.strictObject({ after: z.string().max(200).optional() }),
    answer: answer<{ readonly rows: readonly OverseenRow[]; readonly next?: string }>(),
    leaves: 'log',
    reads: true,
  },
  'oversight.overseeCase': {
    ...reserve,
    body: ofACase,
    answer: answer<OverseenView>(),
    leaves: { history: ['overseen'] },
    reads: true,
  },
  'oversight.agreeClosing': {
    ...reserve,
    body: entry.extend({ outcome: z.enum(outcomes), words }),
    answer: answer<{ readonly agreed: true }>(),
    ...acting(agreeClosingAsReserve),
  },
  'oversight.takeOver': {
    ...reserve,
    body: entry.extend({ of: objectId.optional(), words }),
    answer: answer<{ readonly taken: boolean }>(),
    ...acting(takeOverCase),
  },
  'oversight.readmitPerson': {
    ...reserve,
    body: entry.extend({ person: objectId, words }),
    answer: answer<{ readonly readmitted: true }>(),
    ...acting(readmitPersonAsReserve),
  },
} as const satisfies Definitions;
