import { addMonths, type Day } from '../terms/calendar.ts';
import type { Mode } from '../terms/questions.ts';
import type { CaseRecord, CaseStatus } from './case-record.ts';
import { type DetrimentMonths, detrimentMonths } from './case-terms.ts';

/** The next time that somebody is to be asked, and the day from which on. */
export interface DetrimentCheck {
  readonly months: DetrimentMonths;
  readonly dueOn: Day;
}

/** Those who are asked: whoever let an identity be kept. */
const asked: readonly Mode[] = ['named', 'confidential'];

/**
 * The next check of a closed case whose day is still to come, after the one of `after` months where there was one;
 * `undefined` where none follows, where nobody is asked, or messages to whoever reported are stopped. A check that was
 * made so late that the next one's day is over stands for that one too.
 */
export function nextDetrimentCheck(
  record: {
    readonly status: CaseStatus;
    readonly closedOn?: Day | undefined;
    readonly mode: Mode;
    readonly possibleChis: boolean;
  },
  today: Day,
  after = 0,
): DetrimentCheck | undefined {
  const { status, closedOn, mode, possibleChis } = record;
  if (status !== 'closed' || closedOn === undefined || possibleChis || !asked.includes(mode)) return undefined;
  return detrimentMonths
    .map((months) => ({ months, dueOn: addMonths(closedOn, months) }))
    .find(({ months, dueOn }) => months > after && dueOn > today);
}

/** A case with the next check that is still to come after the one of `after` months, in place of the one it waits for. */
export function withNextCheck(standing: CaseRecord, today: Day, after = 0): CaseRecord {
  const { detrimentCheck: _check, ...record } = standing;
  const next = nextDetrimentCheck(record, today, after);
  return { ...record, ...(next && { detrimentCheck: next }) };
}
