import type { EventRecord } from '../../concerns/records/event-record.ts';
import type { Passed } from '../../contract/answers.ts';

const kinds = { received: 'messageFromReporter', sent: 'messageToReporter', shared: 'identityShared' } as const;

export function passedIn(events: readonly Pick<EventRecord, 'kind'>[]): Passed {
  const count = (which: keyof Passed): number => events.filter(({ kind }) => kind === kinds[which]).length;
  return { received: count('received'), sent: count('sent'), shared: count('shared') };
}

/** Messages and shared identities since the opening: they are not open yet. */
export const newSince = (now: Passed, opened: Passed): number =>
  Math.max(0, now.received - opened.received) + Math.max(0, now.shared - opened.shared);
