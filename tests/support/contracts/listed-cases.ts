import * as fc from 'fast-check';
import { addDays, type Day, toWeek } from '../../../core/model/calendar.ts';
import {
  fourEyesRequester,
  type CaseListItem,
  caseListItemSchema,
  type CaseRecord,
  caseStatuses,
  hasUnseenOversight,
  isUnread,
  isAwaitingHandler,
  isSafetyMissing,
} from '../../../core/model/case-record.ts';
import type { DueCutoffs } from '../../../core/model/deadlines.ts';
import { isDue } from '../core/is-due.ts';
import { detrimentMonths } from '../../../core/model/base-schemas.ts';
import { dangers, outcomes } from '../../../core/model/case-terms.ts';
import { flags, nationalCategories, reportKinds } from '../../../core/model/classification.ts';
import { type CaseFilter, unrestrictedViewer, type CaseListQuery } from '../../../core/ports/case-store.ts';
import {
  isCursorBefore,
  type CaseListOrder,
  caseListOrders,
  newestFirst,
  toCaseListCursor,
} from '../../../core/model/case-list-order.ts';
import { routes } from '../../../core/model/report-routes.ts';
import type { Store } from '../../../core/ports/store.ts';
import { type PersonId, toPersonId } from '../../../core/model/roles.ts';
import { createAlert, arbitraryCase, firstEvent, newCaseId, someHandlers, today } from './records.ts';

/** Saves cases as they are. */
export async function saveCases(store: Store, ...records: readonly CaseRecord[]): Promise<void> {
  for (const record of records) {
    const alert = createAlert(record.caseId, { handledBy: record.handledBy });
    await store.cases.create(record, alert, [firstEvent(record.caseId)]);
  }
}

const nearDays: fc.Arbitrary<Day> = fc.integer({ min: -4, max: 4 }).map((offset) => addDays(today, offset));
const fewKinds = reportKinds.slice(0, 3);
const fewCategories = nationalCategories.slice(0, 2);
const fewOutcomes = outcomes.slice(0, 2);
const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });

const dueDays: fc.Arbitrary<DueCutoffs> = fc.record(
  { acknowledge: nearDays, triage: nearDays, update: nearDays, detriment: nearDays, referral: nearDays },
  { requiredKeys: [] },
);

/** Cases on few days, of few kinds, so that many share a place in the list. Each has a reference of its own. */
export const arbitraryListedCase: fc.Arbitrary<CaseRecord> = fc
  .record({
    record: arbitraryCase,
    receivedOn: nearDays,
    kind: optional(fc.constantFrom(...fewKinds)),
    triagedOn: optional(nearDays),
    nationalCategory: optional(fc.constantFrom(...fewCategories)),
    flags: fc.subarray([...flags]),
    outcome: optional(fc.constantFrom(...fewOutcomes)),
    updatedOn: optional(nearDays),
    referral: optional(
      fc.record({ decision: fc.constantFrom('refer' as const, 'doNotRefer' as const), on: nearDays, dueOn: nearDays }),
    ),
    detrimentCheck: optional(fc.record({ months: fc.constantFrom(...detrimentMonths), dueOn: nearDays })),
    reviewOn: optional(nearDays),
    oversight: optional(fc.record({ toldOn: nearDays, seenOn: optional(nearDays) }, { requiredKeys: ['toldOn'] })),
    identityAsked: optional(
      fc.record({ by: fc.constantFrom(...someHandlers), on: nearDays, reason: fc.constant('digest') }),
    ),
    unreadMessages: optional(fc.integer({ min: 0, max: 2 })),
    toAcknowledge: optional(fc.constant(true as const)),
    opened: optional(fc.boolean()),
    safety: optional(
      fc.record({ danger: fc.constantFrom(...dangers), on: nearDays, by: fc.constantFrom(...someHandlers) }),
    ),
    firstDayDue: optional(fc.record({ safety: nearDays, crime: nearDays, conduct: nearDays }, { requiredKeys: [] })),
    crime: optional(fc.record({ isRecorded: fc.boolean(), on: nearDays, by: fc.constantFrom(...someHandlers) })),
    lowering: optional(fc.record({ by: fc.constantFrom(...someHandlers), on: nearDays, sequence: fc.constant(1) })),
  })
  .map(({ record, ...near }) => ({ ...record, ...near, week: toWeek(near.receivedOn), caseId: newCaseId() }));

/** Any filter, as a function of the cases that it is for: the beginning of a reference is that of one of them. */
export const arbitraryFilter: fc.Arbitrary<(cases: readonly CaseRecord[]) => CaseFilter> = fc
  .record({
    handledBy: fc.constantFrom('acu' as const, 'reserve' as const),
    viewer: fc.constantFrom<PersonId | typeof unrestrictedViewer>(
      ...someHandlers,
      toPersonId('somebody else'),
      unrestrictedViewer,
    ),
    status: optional(fc.constantFrom('open' as const, ...caseStatuses)),
    kind: optional(fc.constantFrom(...fewKinds)),
    urgency: optional(fc.constantFrom('urgent' as const, 'standard' as const)),
    route: optional(fc.constantFrom(...routes)),
    category: optional(fc.constantFrom(...fewCategories)),
    flag: optional(fc.constantFrom(...flags)),
    referral: optional(fc.constantFrom('refer' as const, 'doNotRefer' as const, 'referred' as const)),
    outcome: optional(fc.constantFrom(...fewOutcomes)),
    receivedFrom: optional(nearDays),
    receivedTo: optional(nearDays),
    with: optional(
      fc.oneof(
        fc.constant('nobody' as const),
        fc.constantFrom(...someHandlers).map((objectId) => ({ objectId })),
      ),
    ),
    due: optional(dueDays),
    notDue: optional(dueDays),
    reviewBy: optional(nearDays),
    overseen: optional(fc.constantFrom(true as const, 'unseen' as const)),
    identityAsked: optional(fc.constant(true as const)),
    unread: optional(fc.constant(true as const)),
    unacknowledged: optional(fc.constant(true as const)),
    safetyMissing: optional(fc.constant(true as const)),
    second: optional(fc.constantFrom(...someHandlers, toPersonId('somebody else'))),
    beginning: optional(fc.record({ of: fc.nat(), symbols: fc.integer({ min: 0, max: 10 }) })),
    // Few of the ways to narrow at a time, or nothing would be left to list.
    kept: fc.subarray(
      [
        'status',
        'kind',
        'urgency',
        'route',
        'category',
        'flag',
        'referral',
        'outcome',
        'receivedFrom',
        'receivedTo',
        'with',
        'due',
        'notDue',
        'reviewBy',
        'overseen',
        'identityAsked',
        'unread',
        'unacknowledged',
        'safetyMissing',
        'second',
        'beginning',
      ] as const,
      { maxLength: 3 },
    ),
  })
  .map(({ kept, beginning, handledBy, viewer, ...narrowed }) => (cases) => {
    const of = beginning && kept.includes('beginning') ? cases[beginning.of % cases.length] : undefined;
    const { status, kind, urgency, with: person, due, notDue, reviewBy, overseen, identityAsked, second } = narrowed;
    return {
      handledBy,
      viewer,
      ...(kept.includes('status') && status && { status }),
      ...(kept.includes('kind') && kind && { kind }),
      ...(kept.includes('urgency') && urgency && { urgency }),
      ...(kept.includes('route') && narrowed.route && { route: narrowed.route }),
      ...(kept.includes('category') && narrowed.category && { category: narrowed.category }),
      ...(kept.includes('flag') && narrowed.flag && { flag: narrowed.flag }),
      ...(kept.includes('referral') && narrowed.referral && { referral: narrowed.referral }),
      ...(kept.includes('outcome') && narrowed.outcome && { outcome: narrowed.outcome }),
      ...(kept.includes('receivedFrom') && narrowed.receivedFrom && { receivedFrom: narrowed.receivedFrom }),
      ...(kept.includes('receivedTo') && narrowed.receivedTo && { receivedTo: narrowed.receivedTo }),
      ...(kept.includes('with') && person && { assignedTo: person }),
      ...(kept.includes('due') && due && { due }),
      ...(kept.includes('notDue') && notDue && { notDue }),
      ...(kept.includes('reviewBy') && reviewBy && { reviewBy }),
      ...(kept.includes('overseen') && overseen && { overseen }),
      ...(kept.includes('identityAsked') && identityAsked && { identityAsked }),
      ...(kept.includes('unread') && narrowed.unread && { unread: true }),
      ...(kept.includes('unacknowledged') && narrowed.unacknowledged && { unacknowledged: true }),
      ...(kept.includes('safetyMissing') && narrowed.safetyMissing && { safetyMissing: true }),
      ...(kept.includes('second') && second && { fourEyesFor: second }),
      ...(of && beginning && { caseIdPrefix: of.caseId.slice(0, beginning.symbols) }),
    };
  });

/** Whether something waits for a second person, and this person can be the one: nobody is for what they asked themselves. */
function waitsForSecond(record: CaseRecord, person: PersonId): boolean {
  const asker = fourEyesRequester(record);
  return asker !== undefined && asker !== person;
}

/** Whether a list shows a case, said without a database. */
const isListed = (record: CaseRecord, filter: CaseFilter): boolean =>
  record.handledBy === filter.handledBy &&
  (typeof filter.viewer === 'object'
    ? filter.viewer.noneOf.every((person) => record.excluded.includes(person))
    : filter.viewer === unrestrictedViewer
      ? record.excluded.length === 0
      : !record.excluded.includes(filter.viewer)) &&
  (filter.status === undefined ||
    (filter.status === 'open' ? record.status !== 'closed' : record.status === filter.status)) &&
  (filter.kind === undefined || record.kind === filter.kind) &&
  (filter.urgency === undefined || record.urgency === filter.urgency) &&
  (filter.route === undefined || record.route === filter.route) &&
  (filter.category === undefined || record.nationalCategory === filter.category) &&
  (filter.flag === undefined || record.flags.includes(filter.flag)) &&
  (filter.referral === undefined || record.referral?.decision === filter.referral) &&
  (filter.outcome === undefined || record.outcome === filter.outcome) &&
  (filter.receivedFrom === undefined || record.receivedOn >= filter.receivedFrom) &&
  (filter.receivedTo === undefined || record.receivedOn <= filter.receivedTo) &&
  (filter.assignedTo === undefined ||
    record.assignee === (filter.assignedTo === 'nobody' ? undefined : filter.assignedTo.objectId)) &&
  (filter.due === undefined || isDue(record, filter.due)) &&
  (filter.notDue === undefined || !isDue(record, filter.notDue)) &&
  (filter.reviewBy === undefined || (record.reviewOn !== undefined && record.reviewOn <= filter.reviewBy)) &&
  (filter.overseen === undefined ||
    (filter.overseen === true ? record.oversight !== undefined : hasUnseenOversight(record))) &&
  (filter.identityAsked !== true || record.identityAsked !== undefined) &&
  (filter.unread !== true || isUnread(record)) &&
  (filter.unacknowledged !== true || isAwaitingHandler(record)) &&
  (filter.safetyMissing !== true || isSafetyMissing(record)) &&
  (filter.fourEyesFor === undefined || waitsForSecond(record, filter.fourEyesFor)) &&
  record.caseId.startsWith(filter.caseIdPrefix ?? '');

const limits = optional(fc.integer({ min: 0, max: 5 }));

/** Any order of a list: of what is due by limits that a force may have set, each or none of them. */
export const arbitraryOrder: fc.Arbitrary<CaseListOrder> = fc
  .tuple(fc.constantFrom(...caseListOrders), fc.record({ acknowledge: limits, triage: limits, update: limits }))
  .map(([by, timeLimits]) => (by === 'dueFirst' ? { by, timeLimits } : { by }));

/** Whether one case comes before another in an order, the newest first and by reference within a day where it is missing. */
export const isBefore = (one: CaseListItem, other: CaseListItem, order: CaseListOrder = newestFirst): boolean =>
  isCursorBefore(order, toCaseListCursor(order, one), toCaseListCursor(order, other));

/** What a list shows of cases, said without a database. */
export const listCases = (cases: readonly CaseRecord[], { order, ...filter }: CaseListQuery): readonly CaseListItem[] =>
  cases
    .filter((record) => isListed(record, filter))
    .sort((one, other) => (isBefore(one, other, order) ? -1 : 1))
    .map((record) => caseListItemSchema.parse(record));

/** Every page of a list, one after the other; `between` is waited for after each. */
export async function readEveryPage(
  store: Store,
  question: CaseListQuery,
  limit: number,
  between: () => Promise<void> = async () => {},
): Promise<readonly CaseListItem[]> {
  const { order = newestFirst } = question;
  const found: CaseListItem[] = [];
  for (;;) {
    const last = found.at(-1);
    const page = await store.list.page(question, last && toCaseListCursor(order, last), limit);
    found.push(...page);
    if (page.length < limit) return found;
    await between();
  }
}
