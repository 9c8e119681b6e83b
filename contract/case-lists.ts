import { z } from 'zod';
import { type BulkOutcome, giveCase } from '../core/casework/handling.ts';
import { caseIdSchema, caseStatuses } from '../core/model/case-record.ts';
import { listOrders } from '../core/model/list-order.ts';
import type { CaseId } from '../core/model/codes.ts';
import { kinds } from '../core/model/kinds.ts';
import { routes } from '../core/model/routes.ts';
import type { CaseRow } from './answers.ts';
import { acting, answer, type Definitions, handling } from './definition.ts';
import { entry, objectId, ofKind } from './fields.ts';
import type { ShownPerson } from './answers.ts';

/**
 * `overdue`, `dueSoon`: by deadline. `unread`: the reporter wrote. `atRisk`: urgent and not acknowledged. `second`:
 * this person can be the second for another's request.
 */
export const attentions = ['overdue', 'dueSoon', 'review', 'unread', 'atRisk', 'unacknowledged', 'second'] as const;
const listFilter = z.strictObject({
  ...ofKind,
  status: z.enum(['open', ...caseStatuses]).optional(),
  kind: z.enum(kinds).optional(),
  urgency: z.enum(['urgent', 'standard']).optional(),
  route: z.enum(routes).optional(),
  attention: z.enum(attentions).optional(),
  with: z.union([z.enum(['me', 'nobody']), objectId]).optional(),
});
const listOrder = z.enum(listOrders).default('newest');

/** The page takes `step` cases at once and sends `request` of them in each request, so that each answers in time. */
export const mostInBulk = { step: 100, request: 10 } as const;
const several = <Each extends z.ZodType>(each: Each) => z.array(each).min(1).max(mostInBulk.request);

interface Counts {
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly mine: number;
  readonly unassigned: number;
  readonly review: number;
  readonly unread: number;
  readonly atRisk: number;
  readonly unacknowledged: number;
  readonly second: number;
  readonly told?: number;
  readonly isEmpty: boolean;
  readonly most: number;
}

interface ListedCases {
  readonly rows: readonly CaseRow[];
  readonly next?: string;
  readonly mark: string;
  readonly people: readonly ShownPerson[];
}

/** `gone`: no such case, or none that the person may see. Only what was asked for is there. */
interface ChangedSince {
  readonly case?: 'same' | 'changed' | 'gone';
  readonly list?: string;
  readonly counts?: Counts;
}

interface BulkAnswer {
  readonly outcomes: readonly { readonly caseId: CaseId; readonly outcome: BulkOutcome }[];
}

const read = { roles: handling, leaves: 'log', reads: true } as const;

export const caseListOperations = {
  'cases.list': {
    ...read,
    body: z.strictObject({ filter: listFilter, order: listOrder, after: z.string().max(200).optional() }),
    answer: answer<ListedCases>(),
  },
  /** Whether a shown case, the first rows of a list, or the counts are still current. */
  'cases.changes': {
    ...read,
    body: z.strictObject({
      case: z.strictObject({ caseId: caseIdSchema, sequence: z.int().min(1) }).optional(),
      list: z.strictObject({ filter: listFilter, order: listOrder }).optional(),
      counts: z.strictObject(ofKind).optional(),
    }),
    answer: answer<ChangedSince>(),
    // An open page asks each minute: lines would say when someone sits there, and hide the others.
    leaves: 'nothing',
  },
  'cases.counts': { ...read, body: z.strictObject(ofKind), answer: answer<Counts>() },
  'cases.find': {
    ...read,
    body: z.strictObject({ text: z.string().max(40) }),
    answer: answer<Pick<ListedCases, 'rows' | 'people'>>(),
  },
  'cases.followLink': {
    ...read,
    body: z.strictObject({ pointer: z.string().min(1).max(200) }),
    answer: answer<{ readonly caseId: CaseId }>(),
  },
  'bulk.people': {
    ...read,
    body: z.strictObject(ofKind),
    answer: answer<{
      readonly people: readonly (ShownPerson & { readonly open: number; readonly mayHave: boolean })[];
    }>(),
  },
  'bulk.casesWith': {
    ...read,
    body: z.strictObject({ ...ofKind, person: objectId }),
    answer: answer<{ readonly caseIds: readonly CaseId[] }>(),
  },
  'bulk.acknowledge': {
    body: z.strictObject({ cases: several(caseIdSchema) }),
    answer: answer<BulkAnswer>(),
    roles: handling,
    leaves: { history: ['acknowledged'] },
  },
  /** `from` is whom the page shows: a case that has moved to someone else since is skipped. */
  'bulk.give': {
    body: z.strictObject({ cases: several(entry.extend({ from: objectId.optional() })), to: objectId }),
    answer: answer<BulkAnswer>(),
    roles: handling,
    ...acting(giveCase),
  },
} as const satisfies Definitions;
