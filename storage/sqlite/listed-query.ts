import type { SQLInputValue } from 'node:sqlite';
import { deadlines, type DueBefore } from '../../concerns/records/deadlines.ts';
import { type CaseFilter, everybody, type ListPlace } from '../../concerns/ports/case-list.ts';

/** A question, or a part of one, with the values of its marks in their order. */
export interface SqlText {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

const text = (sql: string, ...values: readonly SQLInputValue[]): SqlText => ({ sql, values });
const joined = (parts: readonly SqlText[], between: string): SqlText =>
  text(parts.map(({ sql }) => sql).join(between), ...parts.flatMap(({ values }) => values));

/** So short a beginning is found sooner among the newest cases than all that it matches are put in order. */
const shortBeginning = 2;
const exclusions = 'SELECT 1 FROM exclusions WHERE exclusions.case_id = listed.case_id';
/** Comes after every symbol of a reference. */
const end = '~';

/** Some index must be named, or SQLite guesses, and guesses by what it last counted. */
function indexFor(filter: CaseFilter): string {
  const { status, kind, urgency, with: person, reviewBy, overseen, identityAsked, startingWith = '' } = filter;
  if (identityAsked === true) return 'listed_identity_asked';
  if (overseen === true) return 'listed_overseen';
  if (startingWith.length > shortBeginning) return 'listed_by_reference';
  if (reviewBy !== undefined) return 'listed_by_review';
  const isOpen = status !== undefined && status !== 'closed';
  const all = isOpen ? 'open' : 'listed';
  if (person !== undefined) return `${all}_by_assignee`;
  if (isOpen && status !== 'open') return 'open_by_status';
  if (kind !== undefined) return `${all}_by_kind`;
  return urgency === undefined ? `${all}_newest` : `${all}_by_urgency`;
}

/** The ways to be found, each with the index that it walks. */
function waysOf(filter: CaseFilter): readonly { readonly index: string; readonly terms: readonly SqlText[] }[] {
  const { due } = filter;
  if (due === undefined) return [{ index: indexFor(filter), terms: [] }];
  return deadlines.flatMap((deadline) => {
    const before = due[deadline];
    if (before === undefined) return [];
    const isDue =
      deadline === 'referral'
        ? { index: 'listed_by_referral', terms: [text('referral_due_on < ?', before)] }
        : { index: 'listed_by_clock', terms: [text('clock = ?', deadline), text('clock_since < ?', before)] };
    return [isDue];
  });
}

/** A term for each deadline that must not stand before its day: a case on which it does not run has none. */
const notDueTerms = (notDue: DueBefore): readonly SqlText[] =>
  deadlines.flatMap((deadline) => {
    const before = notDue[deadline];
    if (before === undefined) return [];
    return deadline === 'referral'
      ? [text('(referral_due_on IS NULL OR referral_due_on >= ?)', before)]
      : [text('(clock IS NULL OR clock <> ? OR clock_since >= ?)', deadline, before)];
  });

function termsOf(filter: CaseFilter, after: ListPlace | undefined): readonly SqlText[] {
  const { handledBy, viewer, status, kind, urgency, with: person, notDue, reviewBy, startingWith = '' } = filter;
  return [
    text('handled_by = ?', handledBy),
    ...(filter.overseen === true ? [text('overseen_on IS NOT NULL')] : []),
    ...(filter.identityAsked === true ? [text('identity_asked_on IS NOT NULL')] : []),
    // Said in these words also beside a status: only so does SQLite see that an index of open cases holds it.
    ...(status !== undefined && status !== 'closed' ? [text(`status <> 'closed'`)] : []),
    ...(status !== undefined && status !== 'open' ? [text('status = ?', status)] : []),
    ...(kind === undefined ? [] : [text('kind = ?', kind)]),
    ...(urgency === undefined ? [] : [text('urgency = ?', urgency)]),
    ...(person === undefined
      ? []
      : [person === 'nobody' ? text('assignee IS NULL') : text('assignee = ?', person.objectId)]),
    ...(notDue === undefined ? [] : notDueTerms(notDue)),
    ...(reviewBy === undefined ? [] : [text('review_on <= ?', reviewBy)]),
    ...(startingWith === '' ? [] : [text('case_id >= ? AND case_id < ?', startingWith, startingWith + end)]),
    ...(after === undefined
      ? []
      : [
          text(
            'received_on <= ? AND (received_on < ? OR case_id > ?)',
            after.receivedOn,
            after.receivedOn,
            after.caseId,
          ),
        ]),
    viewer === everybody
      ? text(`NOT EXISTS (${exclusions})`)
      : text(`NOT EXISTS (${exclusions} AND exclusions.object_id = ?)`, viewer),
  ];
}

/**
 * Asks which cases a list shows: their days and references, in its order. `undefined` where no case can be in it. A
 * case that is due by two deadlines is found once.
 */
export function listedQuery(filter: CaseFilter, after: ListPlace | undefined): SqlText | undefined {
  const ways = waysOf(filter);
  if (ways.length === 0) return undefined;
  const shared = termsOf(filter, after);
  const found = ways.map(({ index, terms }) => {
    const { sql, values } = joined([...shared, ...terms], ' AND ');
    return text(`SELECT received_on, case_id FROM listed INDEXED BY ${index} WHERE ${sql}`, ...values);
  });
  const { sql, values } = joined(found, ' UNION ');
  return text(`${sql} ORDER BY received_on DESC, case_id`, ...values);
}
