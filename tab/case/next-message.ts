import type { EventRecord } from '../../concerns/event-record.ts';

/** The number of the next message to the reporter: they count from 1, without gaps. */
export const nextMessage = (events: readonly EventRecord[]): number =>
  events.filter((event) => event.kind === 'messageToReporter').length + 1;
