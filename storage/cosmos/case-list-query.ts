import type { SqlParameter } from '@azure/cosmos';
import { type CaseFilter, unrestrictedViewer } from '../../core/ports/case-store.ts';
import { type CaseListItem, caseListItemSchema, type CaseRecord } from '../../core/model/case-record.ts';
import { type DueCutoffs, type IndexedDeadline, indexedDeadlines } from '../../core/model/deadlines.ts';
import { getCaseIndexFields, type CaseListIndex, type ScanPosition } from '../case-lists.ts';

const selectFields = (names: readonly string[]): string => names.map((field) => `c.${field}`).join(', ');

/** Field by field, so that no seal leaves the database. */
export const listItemFieldsSql = selectFields(Object.keys(caseListItemSchema.shape));

export const indexFieldsSql = selectFields([
  'excluded',
  'sanitised',
  'erasure',
  'clock',
  'clockSince',
  'referralDueOn',
  'isOpen',
  'isWithNobody',
  'isForAll',
  'listKey',
]);

const maxDay = 9999_99_99;

/** Sorting by one field needs no composite index, and a cursor is a range of it. */
const createListKey = ({ day, caseId }: ScanPosition): string =>
  `${String(maxDay - Number(day.replaceAll('-', ''))).padStart(8, '0')}:${caseId}`;

export function parseListKey(listKey: string): ScanPosition {
  const [, sorted = '', caseId = ''] = /^(\d{8}):(.*)$/u.exec(listKey) ?? [];
  const digits = String(maxDay - Number(sorted)).padStart(8, '0');
  const day = sorted === '' ? '' : `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return { day, caseId };
}

export const createIndexFields = (record: CaseListItem & Pick<CaseRecord, 'excluded'>) => ({
  ...getCaseIndexFields(record),
  isOpen: record.status !== 'closed',
  isWithNobody: record.assignee === undefined,
  isForAll: record.excluded.length === 0,
  listKey: createListKey({ day: record.receivedOn, caseId: record.caseId }),
});

export interface QueryCondition {
  readonly where: string;
  readonly parameters: SqlParameter[];
}

type AddParameter = (given: string | boolean) => string;

function dueTerm(
  addParameter: AddParameter,
  deadline: IndexedDeadline,
  before: string,
  notBefore: string | undefined,
): string {
  const day = deadline === 'referral' ? 'c.referralDueOn' : 'c.clockSince';
  const terms = [
    ...(deadline === 'referral' ? [] : [`c.clock = ${addParameter(deadline)}`]),
    `${day} < ${addParameter(before)}`,
    ...(notBefore === undefined ? [] : [`${day} >= ${addParameter(notBefore)}`]),
  ];
  return `(${terms.join(' AND ')})`;
}

// A missing field meets no comparison, nor its NOT.
const notDueTerm = (addParameter: AddParameter, deadline: IndexedDeadline, before: string): string =>
  deadline === 'referral'
    ? `(NOT IS_DEFINED(c.referralDueOn) OR c.referralDueOn >= ${addParameter(before)})`
    : `(NOT IS_DEFINED(c.clock) OR c.clock != ${addParameter(deadline)} OR c.clockSince >= ${addParameter(before)})`;

const mapDeadlines = (
  days: DueCutoffs,
  term: (deadline: IndexedDeadline, before: string) => string,
): readonly string[] =>
  indexedDeadlines.flatMap((deadline) => {
    const before = days[deadline];
    return before === undefined ? [] : [term(deadline, before)];
  });

/** From the record: earlier versions derived no field for this. */
const fourEyesTerm = (addParameter: AddParameter, person: string): string =>
  `((c.sanitised["by"] > '' AND NOT IS_DEFINED(c.sanitised.signedBy) AND c.sanitised["by"] != ${addParameter(person)}) OR
    (c.erasure.askedBy > '' AND c.erasure.askedBy != ${addParameter(person)}) OR
    (c.lowering["by"] > '' AND c.lowering["by"] != ${addParameter(person)}) OR
    (c.closing["by"] > '' AND c.closing["by"] != ${addParameter(person)}) OR
    (c.cardWithdrawal["by"] > '' AND c.cardWithdrawal["by"] != ${addParameter(person)}))`;

function createFilterTerms(filter: CaseFilter, addParameter: AddParameter): readonly string[] {
  const {
    handledBy,
    viewer,
    status,
    kind,
    urgency,
    assignedTo: person,
    due,
    notDue,
    reviewBy,
    overseen,
    fourEyesFor,
  } = filter;
  const { route, identityAsked, caseIdPrefix = '' } = filter;
  return [
    ...(filter.unread === true
      ? [`(c.unreadMessages > 0 OR (c.status = 'reopened' AND NOT IS_DEFINED(c.unreadMessages)))`]
      : []),
    ...(filter.unacknowledged === true
      ? [
          `(c.status = 'received' OR c.toAcknowledge = true
            OR (c.status = 'acknowledged' AND NOT IS_DEFINED(c.opened)) OR (c.opened = false AND c.status != 'closed'))`,
        ]
      : []),
    ...(filter.safetyMissing === true
      ? [
          `NOT IS_DEFINED(c.safety["on"]) AND c.isOpen = true AND (c.opened = true OR
            (NOT IS_DEFINED(c.opened) AND c.status != 'received' AND c.status != 'acknowledged'))`,
        ]
      : []),
    ...(fourEyesFor === undefined ? [] : [fourEyesTerm(addParameter, fourEyesFor)]),
    ...(overseen === undefined ? [] : [`c.oversight.toldOn > ''`]),
    ...(overseen === 'unseen' ? ['NOT IS_DEFINED(c.oversight.seenOn)'] : []),
    ...(identityAsked === true ? [`c.identityAsked.reason > ''`] : []),
    ...(caseIdPrefix === '' ? [] : [`STARTSWITH(c.caseId, ${addParameter(caseIdPrefix)})`]),
    ...(reviewBy === undefined ? [] : [`c.reviewOn <= ${addParameter(reviewBy)}`]),
    ...(due
      ? [
          `(${mapDeadlines(due, (deadline, before) => dueTerm(addParameter, deadline, before, notDue?.[deadline])).join(' OR ')})`,
        ]
      : []),
    ...(person === 'nobody' ? ['c.isWithNobody = true'] : []),
    ...(person === undefined || person === 'nobody' ? [] : [`c.assignee = ${addParameter(person.objectId)}`]),
    ...(status === 'open' ? [`c.isOpen = true`] : []),
    ...(status !== undefined && status !== 'open' ? [`c.status = ${addParameter(status)}`] : []),
    ...(kind === undefined ? [] : [`c.kind = ${addParameter(kind)}`]),
    ...(urgency === undefined ? [] : [`c.urgency = ${addParameter(urgency)}`]),
    ...(route === undefined ? [] : [`c.route = ${addParameter(route)}`]),
    ...(filter.category === undefined ? [] : [`c.nationalCategory = ${addParameter(filter.category)}`]),
    ...(filter.flag === undefined ? [] : [`ARRAY_CONTAINS(c.flags, ${addParameter(filter.flag)})`]),
    ...(filter.referral === undefined ? [] : [`c.referral.decision = ${addParameter(filter.referral)}`]),
    ...(filter.outcome === undefined ? [] : [`c.outcome = ${addParameter(filter.outcome)}`]),
    ...(filter.receivedFrom === undefined ? [] : [`c.receivedOn >= ${addParameter(filter.receivedFrom)}`]),
    ...(filter.receivedTo === undefined ? [] : [`c.receivedOn <= ${addParameter(filter.receivedTo)}`]),
    ...(notDue ? mapDeadlines(notDue, (deadline, before) => notDueTerm(addParameter, deadline, before)) : []),
    `c.handledBy = ${addParameter(handledBy)}`,
    `c.type = 'case'`,
    ...(typeof viewer === 'object'
      ? viewer.noneOf.map((person) => `ARRAY_CONTAINS(c.excluded, ${addParameter(person)})`)
      : [
          viewer === unrestrictedViewer
            ? 'c.isForAll = true'
            : `NOT ARRAY_CONTAINS(c.excluded, ${addParameter(viewer)})`,
        ]),
  ];
}

function createCondition(
  filter: CaseFilter,
  more: (addParameter: AddParameter) => readonly string[],
): QueryCondition | undefined {
  const parameters: SqlParameter[] = [];
  const addParameter: AddParameter = (given) => {
    const name = `@p${parameters.length}`;
    parameters.push({ name, value: given });
    return name;
  };
  if (filter.due !== undefined && mapDeadlines(filter.due, () => '').length === 0) return undefined;
  return { where: [...createFilterTerms(filter, addParameter), ...more(addParameter)].join(' AND '), parameters };
}

export const createListCondition = (filter: CaseFilter): QueryCondition | undefined =>
  createCondition(filter, () => []);

export const createReceivedCondition = (
  filter: CaseFilter,
  { urgency, isClosed, without = [] }: Extract<CaseListIndex, { by: 'received' }>,
  after: ScanPosition | undefined,
): QueryCondition | undefined =>
  createCondition({ ...filter, ...(urgency && { urgency }) }, (value) => [
    ...(isClosed ? ['c.isOpen = false'] : []),
    ...without.map((deadline) =>
      deadline === 'referral'
        ? 'NOT IS_DEFINED(c.referralDueOn)'
        : `(NOT IS_DEFINED(c.clock) OR c.clock != ${value(deadline)})`,
    ),
    ...(after ? [`c.listKey > ${value(createListKey(after))}`] : []),
  ]);

export const createDeadlineCondition = (
  filter: CaseFilter,
  index: Exclude<CaseListIndex, { by: 'received' }>,
  after: ScanPosition | undefined,
  onlyDay?: string,
): QueryCondition | undefined =>
  createCondition(filter, (value) => {
    const day = getDayField(index);
    const isOn = after && (onlyDay === undefined || onlyDay === after.day);
    const notBefore = filter.notDue?.[index.by === 'clock' ? index.clock : 'referral'] ?? '';
    const from = after && after.day > notBefore ? after.day : notBefore;
    return [
      ...(index.by === 'clock' ? [`c.clock = ${value(index.clock)}`] : []),
      onlyDay === undefined ? `${day} >= ${value(from)}` : `${day} = ${value(onlyDay)}`,
      ...(isOn ? [`(${day} > ${value(after.day)} OR c.caseId > ${value(after.caseId)})`] : []),
    ];
  });

export const getDayField = (index: Exclude<CaseListIndex, { by: 'received' }>): string =>
  index.by === 'clock' ? 'c.clockSince' : 'c.referralDueOn';
