import { z } from 'zod';
import { agreeClosingAsReserve } from '../concerns/casework/closing-agreement.ts';
import { readmitPersonAsReserve } from '../concerns/casework/exclusion.ts';
import { takeOverCase } from '../concerns/casework/take-over.ts';
import type { ToldEntry } from '../concerns/casework/oversight.ts';
import type { CaseId } from '../concerns/terms/case-id.ts';
import { type Outcome, outcomes } from '../concerns/terms/outcomes.ts';
import type { PersonId } from '../concerns/terms/person-id.ts';
import { acting, answer, type Definitions } from './definition.ts';
import { entry, objectId, ofACase, words } from './fields.ts';
import type { ShownPerson } from './shown-person.ts';

/** A case of the unit of which the reserve was told something: no more than that, and the day. */
export interface OverseenRow {
  readonly caseId: CaseId;
  readonly toldOn: string;
  /** Nobody of the reserve has looked since. */
  readonly isNew: boolean;
}

/**
 * Everything that the reserve was told of a case of the unit, with the sealed reasons. Nothing of what was reported.
 */
export interface OverseenView {
  readonly caseId: CaseId;
  readonly entries: readonly ToldEntry[];
  /** Those whom colleagues shut out, and who can be let in again. */
  readonly shutOut: readonly PersonId[];
  /** The end to which the reserve was asked to agree, and by whom. */
  readonly toAgree?: { readonly by: PersonId; readonly outcome: Outcome };
  /** Nobody of the unit may see the case: the reserve can take it over, once another of it agrees. `by` asked for that. */
  readonly takeover?: { readonly by?: PersonId };
  readonly people: readonly ShownPerson[];
}

const reserve = { roles: ['reserve'] } as const;

/** The operations of the reserve on what it was told of cases of the unit. */
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
