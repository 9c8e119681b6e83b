import type { SqlParameter } from '@azure/cosmos';
import { type CaseFilter, everybody } from '../../core/ports/case-store.ts';
import { type CaseFigures, caseFiguresSchema, type CaseRecord } from '../../core/model/case-record.ts';
import { type DueBefore, type ListedDeadline, listedDeadlines } from '../../core/model/deadlines.ts';
import { listedFields, type Over, type WalkPlace } from '../case-lists.ts';

const fieldsOf = (names: readonly string[]): string => names.map((field) => `c.${field}`).join(', ');

/** Named field by field, so that no seal leaves the database. */
export const selectedFigures = fieldsOf(Object.keys(caseFiguresSchema.shape));

export const selectedListed = fieldsOf([
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

const lastDay = 9999_99_99;

/** One sorted field needs no composite index, and the place after a case is a range of it. */
const listKeyOf = ({ day, caseId }: WalkPlace): string =>
  `${String(lastDay - Number(day.replaceAll('-', ''))).padStart(8, '0')}:${caseId}`;

export function placeOfKey(listKey: string): WalkPlace {
  const [, sorted = '', caseId = ''] = /^(\d{8}):(.*)$/u.exec(listKey) ?? [];
  const digits = String(lastDay - Number(sorted)).padStart(8, '0');
  const day = sorted === '' ? '' : `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return { day, caseId };
}

export const listedDocument = (figures: CaseFigures & Pick<CaseRecord, 'excluded'>) => ({
  ...listedFields(figures),
  isOpen: figures.status !== 'closed',
  isWithNobody: figures.assignee === undefined,
  isForAll: figures.excluded.length === 0,
  listKey: listKeyOf({ day: figures.receivedOn, caseId: figures.caseId }),
});

export interface Question {
  readonly where: string;
  readonly parameters: SqlParameter[];
}

type Value = (given: string | boolean) => string;

function isDueTerm(value: Value, deadline: ListedDeadline, before: string, notBefore: string | undefined): string {
  const day = deadline === 'referral' ? 'c.referralDueOn' : 'c.clockSince';
  const terms = [
    ...(deadline === 'referral' ? [] : [`c.clock = ${value(deadline)}`]),
    `${day} < ${value(before)}`,
    ...(notBefore === undefined ? [] : [`${day} >= ${value(notBefore)}`]),
  ];
  return `(${terms.join(' AND ')})`;
}

// A missing field compares with nothing, and NOT of that is met by nothing either.
const notDueTerm = (value: Value, deadline: ListedDeadline, before: string): string =>
  deadline === 'referral'
    ? `(NOT IS_DEFINED(c.referralDueOn) OR c.referralDueOn >= ${value(before)})`
    : `(NOT IS_DEFINED(c.clock) OR c.clock != ${value(deadline)} OR c.clockSince >= ${value(before)})`;

const each = (days: DueBefore, term: (deadline: ListedDeadline, before: string) => string): readonly string[] =>
  listedDeadlines.flatMap((deadline) => {
    const before = days[deadline];
    return before === undefined ? [] : [term(deadline, before)];
  });

/**
 * Asks the record itself, which documents of every version have: earlier versions stored no field worked out for this.
 */
const secondTerm = (value: Value, person: string): string =>
  `((c.sanitised["by"] > '' AND NOT IS_DEFINED(c.sanitised.signedBy) AND c.sanitised["by"] != ${value(person)}) OR
    (c.erasure.askedBy > '' AND c.erasure.askedBy != ${value(person)}) OR
    (c.closing["by"] > '' AND c.closing["by"] != ${value(person)}) OR
    (c.cardWithdrawal["by"] > '' AND c.cardWithdrawal["by"] != ${value(person)}))`;

function termsOf(filter: CaseFilter, value: Value): readonly string[] {
  const { handledBy, viewer, status, kind, urgency, with: person, due, notDue, reviewBy, overseen, second } = filter;
  const { route, identityAsked, startingWith = '' } = filter;
  return [
    ...(filter.unread === true
      ? [`(c.unreadMessages > 0 OR (c.status = 'reopened' AND NOT IS_DEFINED(c.unreadMessages)))`]
      : []),
    ...(filter.unacknowledged === true
      ? [
          `(c.status = 'received' OR c.toAcknowledge = true
            OR (c.status = 'acknowledged' AND NOT IS_DEFINED(c.opened)) OR (c.opened = false AND c.status <> 'closed'))`,
        ]
      : []),
    ...(second === undefined ? [] : [secondTerm(value, second)]),
    ...(overseen === undefined ? [] : [`c.oversight.toldOn > ''`]),
    ...(overseen === 'unseen' ? ['NOT IS_DEFINED(c.oversight.seenOn)'] : []),
    ...(identityAsked === true ? ['IS_DEFINED(c.identityAsked.reason)'] : []),
    ...(startingWith === '' ? [] : [`STARTSWITH(c.caseId, ${value(startingWith)})`]),
    ...(reviewBy === undefined ? [] : [`c.reviewOn <= ${value(reviewBy)}`]),
    ...(due
      ? [`(${each(due, (deadline, before) => isDueTerm(value, deadline, before, notDue?.[deadline])).join(' OR ')})`]
      : []),
    ...(person === 'nobody' ? ['c.isWithNobody = true'] : []),
    ...(person === undefined || person === 'nobody' ? [] : [`c.assignee = ${value(person.objectId)}`]),
    ...(status === 'open' ? [`c.isOpen = true`] : []),
    ...(status !== undefined && status !== 'open' ? [`c.status = ${value(status)}`] : []),
    ...(kind === undefined ? [] : [`c.kind = ${value(kind)}`]),
    ...(urgency === undefined ? [] : [`c.urgency = ${value(urgency)}`]),
    ...(route === undefined ? [] : [`c.route = ${value(route)}`]),
    ...(notDue ? each(notDue, (deadline, before) => notDueTerm(value, deadline, before)) : []),
    `c.handledBy = ${value(handledBy)}`,
    `c.type = 'case'`,
    ...(typeof viewer === 'object'
      ? viewer.noneOf.map((person) => `ARRAY_CONTAINS(c.excluded, ${value(person)})`)
      : [viewer === everybody ? 'c.isForAll = true' : `NOT ARRAY_CONTAINS(c.excluded, ${value(viewer)})`]),
  ];
}

function questionOf(filter: CaseFilter, more: (value: Value) => readonly string[]): Question | undefined {
  const parameters: SqlParameter[] = [];
  const value: Value = (given) => {
    const name = `@p${parameters.length}`;
    parameters.push({ name, value: given });
    return name;
  };
  if (filter.due !== undefined && each(filter.due, () => '').length === 0) return undefined;
  return { where: [...termsOf(filter, value), ...more(value)].join(' AND '), parameters };
}

export const listedQuestion = (filter: CaseFilter): Question | undefined => questionOf(filter, () => []);

export const receivedQuestion = (
  filter: CaseFilter,
  { urgency, isClosed, without = [] }: Extract<Over, { by: 'received' }>,
  after: WalkPlace | undefined,
): Question | undefined =>
  questionOf({ ...filter, ...(urgency && { urgency }) }, (value) => [
    ...(isClosed ? ['c.isOpen = false'] : []),
    ...without.map((deadline) =>
      deadline === 'referral'
        ? 'NOT IS_DEFINED(c.referralDueOn)'
        : `(NOT IS_DEFINED(c.clock) OR c.clock != ${value(deadline)})`,
    ),
    ...(after ? [`c.listKey > ${value(listKeyOf(after))}`] : []),
  ]);

export const deadlineQuestion = (
  filter: CaseFilter,
  over: Exclude<Over, { by: 'received' }>,
  after: WalkPlace | undefined,
  onlyOn?: string,
): Question | undefined =>
  questionOf(filter, (value) => {
    const day = dayFieldOf(over);
    const isOn = after && (onlyOn === undefined || onlyOn === after.day);
    const notBefore = filter.notDue?.[over.by === 'clock' ? over.clock : 'referral'] ?? '';
    const from = after && after.day > notBefore ? after.day : notBefore;
    return [
      ...(over.by === 'clock' ? [`c.clock = ${value(over.clock)}`] : []),
      onlyOn === undefined ? `${day} >= ${value(from)}` : `${day} = ${value(onlyOn)}`,
      ...(isOn ? [`(${day} > ${value(after.day)} OR c.caseId > ${value(after.caseId)})`] : []),
    ];
  });

export const dayFieldOf = (over: Exclude<Over, { by: 'received' }>): string =>
  over.by === 'clock' ? 'c.clockSince' : 'c.referralDueOn';
