import type { EventRecord } from '../../concerns/records/event-record.ts';
import type { Passed } from '../../contract/answers.ts';

const kinds = { received: 'messageFromReporter', sent: 'messageToReporter', shared: 'identityShared' } as const;

/** Counts what had passed in a case when its history ended so. */
export function passedIn(events: readonly Pick<EventRecord, 'kind'>[]): Passed {
  const count = (which: keyof Passed): number => events.filter(({ kind }) => kind === kinds[which]).length;
  return { received: count('received'), sent: count('sent'), shared: count('shared') };
}

/** How many messages of the reporter and shared identities came after a report was opened: they are not opened yet. */
export const newSince = (now: Passed, opened: Passed): number =>
  Math.max(0, now.received - opened.received) + Math.max(0, now.shared - opened.shared);
