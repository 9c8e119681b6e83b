import { z } from 'zod';
import { type BulkOutcome, bulkAssignCaseUseCase } from '../core/casework/case-management.ts';
import { caseIdSchema, caseStatuses, daySchema } from '../core/model/case-record.ts';
import { outcomes, referralDecisions } from '../core/model/case-terms.ts';
import { caseListOrders } from '../core/model/case-list-order.ts';
import type { Day } from '../core/model/calendar.ts';
import type { CaseId } from '../core/model/case-id.ts';
import { flags, nationalCategories, reportKinds } from '../core/model/classification.ts';
import { routes } from '../core/model/report-routes.ts';
import type { CaseRow } from './operation-answers.ts';
import {
  actionFields,
  answerType,
  type OperationDefinition,
  type OperationDefinitions,
  handlerRoles,
} from './operation-definition.ts';
import { caseEntryBody, objectIdSchema, handledByField } from './body-schemas.ts';
import type { PersonView } from './operation-answers.ts';

/**
 * `atRisk`: urgent and not acknowledged. `second`: this person can be the second for another's request. `safety`: opened,
 * and nothing recorded of danger.
 */
export const attentions = [
  'overdue',
  'dueSoon',
  'review',
  'unread',
  'atRisk',
  'unacknowledged',
  'second',
  'safety',
] as const;
const listFilter = z.strictObject({
  ...handledByField,
  status: z.enum(['open', ...caseStatuses]).optional(),
  kind: z.enum(reportKinds).optional(),
  urgency: z.enum(['urgent', 'standard']).optional(),
  route: z.enum(routes).optional(),
  category: z.enum(nationalCategories).optional(),
  flag: z.enum(flags).optional(),
  referral: z.enum(referralDecisions).optional(),
  outcome: z.enum(outcomes).optional(),
  receivedFrom: daySchema.optional(),
  receivedTo: daySchema.optional(),
  attention: z.enum(attentions).optional(),
  with: z.union([z.enum(['me', 'nobody']), objectIdSchema]).optional(),
});
const listOrder = z.enum(caseListOrders).default('newest');

/** The page takes `step` cases, `request` in each request, so that each answers in time. */
export const bulkLimits = { step: 100, request: 10 } as const;
const bulkArray = <Each extends z.ZodType>(each: Each) => z.array(each).min(1).max(bulkLimits.request);

interface CaseCounts {
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
  readonly safety: number;
  readonly told?: number;
  readonly isEmpty: boolean;
  readonly most: number;
}

/** `isMore`: so many cases have something due that not all were looked through. */
interface MyTasksAnswer {
  readonly tasks: readonly {
    readonly caseId: CaseId;
    /** The digest of its sealed words, which an opening of the case hands out. */
    readonly id: string;
    readonly dueOn: Day;
    /** Otherwise for nobody in particular, in a case that is with the person. */
    readonly isForMe: boolean;
  }[];
  readonly isMore: boolean;
}

interface CaseListAnswer {
  readonly rows: readonly CaseRow[];
  readonly next?: string;
  readonly mark: string;
  readonly people: readonly PersonView[];
}

/** `gone` also if the person may not see it. Other fields are there only if requested. */
interface CaseListChangesAnswer {
  readonly case?: 'same' | 'changed' | 'gone';
  readonly list?: string;
  readonly counts?: CaseCounts;
}

interface BulkAnswer {
  readonly outcomes: readonly { readonly caseId: CaseId; readonly outcome: BulkOutcome }[];
}

const readDefaults = {
  roles: handlerRoles,
  auditTrail: 'log',
  isReadOnly: true,
} as const satisfies Partial<OperationDefinition>;

export const caseListOperations = {
  'cases.list': {
    ...readDefaults,
    body: z.strictObject({ filter: listFilter, order: listOrder, after: z.string().max(200).optional() }),
    answer: answerType<CaseListAnswer>(),
  },
  'cases.changes': {
    ...readDefaults,
    body: z.strictObject({
      case: z.strictObject({ caseId: caseIdSchema, sequence: z.int().min(1) }).optional(),
      list: z.strictObject({ filter: listFilter, order: listOrder }).optional(),
      counts: z.strictObject(handledByField).optional(),
    }),
    answer: answerType<CaseListChangesAnswer>(),
    // An open page asks each minute: log lines would say when someone sits there, and hide the others.
    auditTrail: 'nothing',
  },
  'cases.counts': { ...readDefaults, body: z.strictObject(handledByField), answer: answerType<CaseCounts>() },
  'cases.myTasks': { ...readDefaults, body: z.strictObject(handledByField), answer: answerType<MyTasksAnswer>() },
  'cases.find': {
    ...readDefaults,
    body: z.strictObject({ text: z.string().max(40) }),
    answer: answerType<Pick<CaseListAnswer, 'rows' | 'people'>>(),
  },
  'cases.followLink': {
    ...readDefaults,
    body: z.strictObject({ pointer: z.string().min(1).max(200) }),
    answer: answerType<{ readonly caseId: CaseId }>(),
  },
  'bulk.people': {
    ...readDefaults,
    body: z.strictObject(handledByField),
    answer: answerType<{
      readonly people: readonly (PersonView & { readonly open: number; readonly mayHave: boolean })[];
    }>(),
  },
  'bulk.casesWith': {
    ...readDefaults,
    body: z.strictObject({ ...handledByField, person: objectIdSchema }),
    answer: answerType<{ readonly caseIds: readonly CaseId[] }>(),
  },
  'bulk.acknowledge': {
    body: z.strictObject({ cases: bulkArray(caseIdSchema) }),
    answer: answerType<BulkAnswer>(),
    roles: handlerRoles,
    auditTrail: { history: ['acknowledged'] },
  },
  /** `from` is the person whom the page shows: a case that someone else has since is skipped. */
  'bulk.give': {
    body: z.strictObject({
      cases: bulkArray(caseEntryBody.extend({ from: objectIdSchema.optional() })),
      to: objectIdSchema,
    }),
    answer: answerType<BulkAnswer>(),
    roles: handlerRoles,
    ...actionFields(bulkAssignCaseUseCase),
  },
} as const satisfies OperationDefinitions;
