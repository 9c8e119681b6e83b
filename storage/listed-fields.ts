import type { CaseFigures } from '../concerns/records/case-record.ts';
import { type Clock, clockSince } from '../concerns/records/clocks.ts';
import type { Day } from '../concerns/terms/calendar.ts';

/** What a list finds due cases by, worked out whenever a case is written: a database cannot. */
export interface ListedFields {
  /** The clock of the case's state, and the day it counts from. */
  readonly clock: Exclude<Clock, 'referral'> | undefined;
  readonly clockSince: Day | undefined;
  /** The day by which a decided referral has to be made. */
  readonly referralDueOn: Day | undefined;
}

/** The fields of a case as it stands; each is missing where no such clock runs. */
export function listedFields(figures: CaseFigures): ListedFields {
  const stage = clockSince(figures);
  return {
    clock: stage?.clock,
    clockSince: stage?.since,
    referralDueOn: figures.referral?.decision === 'refer' ? figures.referral.dueOn : undefined,
  };
}
