import type { SqlParameter } from '@azure/cosmos';
import { type CaseFigures, caseFiguresSchema, type CaseRecord } from '../../concerns/records/case-record.ts';
import { deadlines } from '../../concerns/records/deadlines.ts';
import { type CaseFilter, everybody, type ListPlace } from '../../concerns/ports/case-list.ts';
import { listedFields } from '../listed-cases.ts';

/** The fields of the figures by name, so that no seal leaves the database. */
export const selectedFigures = Object.keys(caseFiguresSchema.shape)
  .map((field) => `c.${field}`)
  .join(', ');

/** The other fields that a list reads of a case: who is shut out of it, and what found it. */
export const selectedListed = [
  'excluded',
  'clock',
  'clockSince',
  'referralDueOn',
  'isOpen',
  'isWithNobody',
  'isForAll',
  'listKey',
]
  .map((field) => `c.${field}`)
  .join(', ');

const lastDay = 9999_99_99;

/**
 * A text that sorts as a list does: the newest day first, then by reference. One sorted field needs no composite index,
 * and the place after a case is a range of it.
 */
export const listKeyOf = ({ receivedOn, caseId }: ListPlace): string =>
  `${String(lastDay - Number(receivedOn.replaceAll('-', ''))).padStart(8, '0')}:${caseId}`;

/**
 * The fields that a case's document holds for lists besides the case, so that each filter is a value or a range of an
 * index.
 */
export const listedDocument = (figures: CaseFigures & Pick<CaseRecord, 'excluded'>) => ({
  ...listedFields(figures),
  isOpen: figures.status !== 'closed',
  isWithNobody: figures.assignee === undefined,
  isForAll: figures.excluded.length === 0,
  listKey: listKeyOf(figures),
});

/** The conditions of a list over `c` from a key on, with their parameters. `undefined` where no case can be in it. */
export function listedQuestion(
  filter: CaseFilter,
  after: string | undefined,
): { readonly where: string; readonly parameters: SqlParameter[] } | undefined {
  const { handledBy, viewer, status, kind, urgency, with: person, due, notDue, reviewBy, overseen } = filter;
  const { identityAsked, startingWith = '' } = filter;
  const parameters: SqlParameter[] = [];
  const value = (given: string | boolean): string => {
    const name = `@p${parameters.length}`;
    parameters.push({ name, value: given });
    return name;
  };
  const dueBy = deadlines.flatMap((deadline) => {
    const before = due?.[deadline];
    if (before === undefined) return [];
    return deadline === 'referral'
      ? [`c.referralDueOn < ${value(before)}`]
      : [`(c.clock = ${value(deadline)} AND c.clockSince < ${value(before)})`];
  });
  // What is missing compares with nothing, and NOT of that is met by nothing either.
  const notDueBy = deadlines.flatMap((deadline) => {
    const before = notDue?.[deadline];
    if (before === undefined) return [];
    return deadline === 'referral'
      ? [`(NOT IS_DEFINED(c.referralDueOn) OR c.referralDueOn >= ${value(before)})`]
      : [`(NOT IS_DEFINED(c.clock) OR c.clock != ${value(deadline)} OR c.clockSince >= ${value(before)})`];
  });
  if (due !== undefined && dueBy.length === 0) return undefined;
  const terms = [
    `c.type = 'case'`,
    `c.handledBy = ${value(handledBy)}`,
    ...(status === 'open' ? [`c.isOpen = true`] : []),
    ...(status !== undefined && status !== 'open' ? [`c.status = ${value(status)}`] : []),
    ...(kind === undefined ? [] : [`c.kind = ${value(kind)}`]),
    ...(urgency === undefined ? [] : [`c.urgency = ${value(urgency)}`]),
    ...(person === 'nobody' ? ['c.isWithNobody = true'] : []),
    ...(person === undefined || person === 'nobody' ? [] : [`c.assignee = ${value(person.objectId)}`]),
    ...(due === undefined ? [] : [`(${dueBy.join(' OR ')})`]),
    ...notDueBy,
    ...(reviewBy === undefined ? [] : [`c.reviewOn <= ${value(reviewBy)}`]),
    ...(overseen === true ? ['IS_DEFINED(c.oversight)'] : []),
    ...(identityAsked === true ? ['IS_DEFINED(c.identityAsked.reason)'] : []),
    ...(startingWith === '' ? [] : [`STARTSWITH(c.caseId, ${value(startingWith)})`]),
    ...(after === undefined ? [] : [`c.listKey > ${value(after)}`]),
    viewer === everybody ? 'c.isForAll = true' : `NOT ARRAY_CONTAINS(c.excluded, ${value(viewer)})`,
  ];
  return { where: terms.join(' AND '), parameters };
}
