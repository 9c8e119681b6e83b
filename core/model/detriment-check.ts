import { addMonths, type Day } from './calendar.ts';
import type { IdentityMode } from './questions.ts';
import type { CaseRecord, CaseStatus } from './case-record.ts';
import { type DetrimentMonths, detrimentMonths } from './base-schemas.ts';

export interface DetrimentCheck {
  readonly months: DetrimentMonths;
  readonly dueOn: Day;
}

const eligibleModes: readonly IdentityMode[] = ['named', 'confidential'];

/** The next check that is still to come. A late check covers a later one whose day is over. */
export function nextDetrimentCheck(
  record: {
    readonly status: CaseStatus;
    readonly closedOn?: Day | undefined;
    readonly mode: IdentityMode;
    readonly possibleChis: boolean;
  },
  today: Day,
  afterMonths = 0,
): DetrimentCheck | undefined {
  const { status, closedOn, mode, possibleChis } = record;
  if (status !== 'closed' || closedOn === undefined || possibleChis || !eligibleModes.includes(mode)) return undefined;
  return detrimentMonths
    .map((months) => ({ months, dueOn: addMonths(closedOn, months) }))
    .find(({ months, dueOn }) => months > afterMonths && dueOn > today);
}

export function withNextDetrimentCheck(current: CaseRecord, today: Day, afterMonths = 0): CaseRecord {
  const { detrimentCheck: _check, ...record } = current;
  const next = nextDetrimentCheck(record, today, afterMonths);
  return { ...record, ...(next && { detrimentCheck: next }) };
}
