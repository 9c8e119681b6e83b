import { addYears, type Day } from '../terms/calendar.ts';
import type { CaseRecord } from './case-record.ts';
import type { EventRecord } from './event-record.ts';

export function reviewDateAfter(
  record: Pick<CaseRecord, 'reviewOn'>,
  reviewSet: EventRecord | undefined,
  today: Day,
  years: number,
): Day {
  const set = reviewSet?.detail?.reviewOn;
  return set !== undefined && set === record.reviewOn ? set : addYears(today, years);
}

export const isRetentionOver = ({ reviewOn }: Pick<CaseRecord, 'reviewOn'>, today: string): boolean =>
  reviewOn !== undefined && reviewOn <= today;
