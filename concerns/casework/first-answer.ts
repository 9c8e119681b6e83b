import type { Day } from '../terms/calendar.ts';
import type { CaseStatus } from '../terms/outcomes.ts';
import type { Standing } from './act.ts';

/** A closed case never comes back to these states. */
const beforeAnyEnd: readonly CaseStatus[] = ['received', 'acknowledged', 'triaged'];

/** Today, if this is the first answer to the reporter; `undefined` if an answer came before that day was kept. */
export function firstAnsweredOn({ record, entries, count, today }: Standing): Day | undefined {
  if (record.answeredOn !== undefined || record.closedOn !== undefined) return record.answeredOn;
  if (count('messageToReporter') > 0) return undefined;
  if (beforeAnyEnd.includes(record.status)) return today;
  const [closed] = entries({ kinds: ['closed'], first: 1 });
  return closed ? undefined : today;
}
