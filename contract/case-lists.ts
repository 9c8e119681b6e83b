import { z } from 'zod';
import { giveCase } from '../concerns/casework/give-cases.ts';
import type { BulkOutcome } from '../concerns/casework/give-cases.ts';
import { caseIdSchema, caseStatuses } from '../concerns/records/case-record.ts';
import { listOrders } from '../concerns/records/list-order.ts';
import type { CaseId } from '../concerns/terms/case-id.ts';
import { kinds } from '../concerns/terms/kinds.ts';
import { routes } from '../concerns/terms/routes.ts';
import type { CaseRow } from './answers.ts';
import { acting, answer, type Definitions, handling } from './definition.ts';
import { entry, objectId, ofKind } from './fields.ts';
import type { ShownPerson } from './shown-person.ts';

/**
 * The ways in which a case waits for somebody: `overdue` and `dueSoon` look at the deadlines, `unread` at what the reporter
 * wrote, `atRisk` at what is urgent and not acknowledged, `second` at what another asked for that this person can do.
 */
export const attentions = ['overdue', 'dueSoon', 'review', 'unread', 'atRisk', 'unacknowledged', 'second'] as const;
/** The terms that a list may be narrowed by. */
const listFilter = z.strictObject({
  ...ofKind,
  status: z.enum(['open', ...caseStatuses]).optional(),
  kind: z.enum(kinds).optional(),
  urgency: z.enum(['urgent', 'standard']).optional(),
  route: z.enum(routes).optional(),
  attention: z.enum(attentions).optional(),
  with: z.union([z.enum(['me', 'nobody']), objectId]).optional(),
});
/** A page from before there were orders names none: it shows the newest first. */
const listOrder = z.enum(listOrders).default('newest');

/** How many cases are taken into one step at the page, and how many of them into one request: it answers in time. */
export const mostInBulk = { step: 100, request: 10 } as const;
const several = <Each extends z.ZodType>(each: Each) => z.array(each).min(1).max(mostInBulk.request);

/** How many cases wait in each way for whoever asks, among those that they may see. */
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
  /** For the reserve: cases of the unit of which it was told something that nobody of it has looked at. */
  readonly told?: number;
  /** There is no case at all that this person may see. */
  readonly isEmpty: boolean;
  /** Counted no further than this. */
  readonly most: number;
}

interface ListedCases {
  readonly rows: readonly CaseRow[];
  readonly next?: string;
  /** Another one where anything in these rows is. */
  readonly mark: string;
  /** Those who are known to handle such cases, and those whom the rows are with. */
  readonly people: readonly ShownPerson[];
}

/**
 * As much as was asked of: how the case stands, `gone` for no such case as well; the mark of the first rows; the counts
 * as they are now.
 */
interface ChangedSince {
  readonly case?: 'same' | 'changed' | 'gone';
  readonly list?: string;
  readonly counts?: Counts;
}

/** The outcome for each of several cases. */
interface BulkAnswer {
  readonly outcomes: readonly { readonly caseId: CaseId; readonly outcome: BulkOutcome }[];
}

const read = { roles: handling, leaves: 'log', reads: true } as const;

/** The operations on lists of cases, and on several cases at once. */
export const caseListOperations = {
  'cases.list': {
    ...read,
    body: z.strictObject({ filter: listFilter, order: listOrder, after: z.string().max(200).optional() }),
    answer: answer<ListedCases>(),
  },
  /** Whether what a page shows is still so: a case until an entry of its history, the first rows of a list, its counts. */
  'cases.changes': {
    ...read,
    body: z.strictObject({
      case: z.strictObject({ caseId: caseIdSchema, sequence: z.int().min(1) }).optional(),
      list: z.strictObject({ filter: listFilter, order: listOrder }).optional(),
      counts: z.strictObject(ofKind).optional(),
    }),
    answer: answer<ChangedSince>(),
    // A page that stands open asks each minute: a line of each would say when somebody sits there, and hide the others.
    leaves: 'nothing',
  },
  'cases.counts': { ...read, body: z.strictObject(ofKind), answer: answer<Counts>() },
  'cases.find': {
    ...read,
    body: z.strictObject({ text: z.string().max(40) }),
    answer: answer<Pick<ListedCases, 'rows' | 'people'>>(),
  },
  /** The case that a link points to, which opens where the caller may see it. */
  'cases.followLink': {
    ...read,
    body: z.strictObject({ pointer: z.string().min(1).max(200) }),
    answer: answer<{ readonly caseId: CaseId }>(),
  },
  /** Those who may be given such cases, and those who have some open, with how many. */
  'bulk.people': {
    ...read,
    body: z.strictObject(ofKind),
    answer: answer<{
      readonly people: readonly (ShownPerson & { readonly open: number; readonly mayHave: boolean })[];
    }>(),
  },
  /** The open cases that are with somebody, as far as the caller may see them: as many as go into one step. */
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
  /** `from` is whom the page shows a case with: one that went to somebody else meanwhile is left. */
  'bulk.give': {
    body: z.strictObject({ cases: several(entry.extend({ from: objectId.optional() })), to: objectId }),
    answer: answer<BulkAnswer>(),
    roles: handling,
    ...acting(giveCase),
  },
} as const satisfies Definitions;
