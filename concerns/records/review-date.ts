import { addYears, type Day } from '../terms/calendar.ts';
import type { CaseRecord } from './case-record.ts';
import type { EventRecord } from './event-record.ts';

/**
 * When it is looked at whether a case is still needed, after something was done on `today`: so many years later, but a
 * day that somebody has set stands. `reviewSet` is the last entry that set one.
 */
export function reviewDateAfter(
  record: Pick<CaseRecord, 'reviewOn'>,
  reviewSet: EventRecord | undefined,
  today: Day,
  years: number,
): Day {
  const set = reviewSet?.detail?.reviewOn;
  return set !== undefined && set === record.reviewOn ? set : addYears(today, years);
}

/** Whether the day has come on which it is looked at whether a case is still needed. */
export const isRetentionOver = ({ reviewOn }: Pick<CaseRecord, 'reviewOn'>, today: string): boolean =>
  reviewOn !== undefined && reviewOn <= today;
