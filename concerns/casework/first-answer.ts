import type { Day } from '../terms/calendar.ts';
import type { CaseStatus } from '../records/case-record.ts';
import type { Standing } from './casework.ts';

/** The states that no case comes back to once it was closed. */
const beforeAnyEnd: readonly CaseStatus[] = ['received', 'acknowledged', 'triaged'];

/**
 * The day on which whoever reported was first answered, where they are answered today: by a message, or by the answer at
 * the close. `undefined` where there was an answer before that day was kept. Throws StoreError.
 */
export async function firstAnsweredOn({
  record,
  entries,
  count,
  today,
}: Pick<Standing, 'record' | 'entries' | 'count' | 'today'>): Promise<Day | undefined> {
  if (record.answeredOn !== undefined || record.closedOn !== undefined) return record.answeredOn;
  if ((await count('messageToReporter')) > 0) return undefined;
  if (beforeAnyEnd.includes(record.status)) return today;
  const [closed] = await entries({ kinds: ['closed'], first: 1 });
  return closed ? undefined : today;
}
