import type { Day } from '../terms/calendar.ts';
import type { CaseStatus } from '../terms/case-status.ts';
import type { Standing } from './act.ts';

/** The states that no case comes back to once it was closed. */
const beforeAnyEnd: readonly CaseStatus[] = ['received', 'acknowledged', 'triaged'];

/**
 * The day on which whoever reported was first answered, where they are answered today: by a message, or by the answer at
 * the close. `undefined` where there was an answer before that day was kept.
 */
export function firstAnsweredOn({ record, entries, count, today }: Standing): Day | undefined {
  if (record.answeredOn !== undefined || record.closedOn !== undefined) return record.answeredOn;
  if (count('messageToReporter') > 0) return undefined;
  if (beforeAnyEnd.includes(record.status)) return today;
  const [closed] = entries({ kinds: ['closed'], first: 1 });
  return closed ? undefined : today;
}
