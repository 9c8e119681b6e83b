import type { EventRecord } from '../../concerns/records/event-record.ts';

/** The digest of the card that was kept last, as a history has it; `undefined` where none was. */
export const lastKeptIn = (events: readonly Pick<EventRecord, 'kind' | 'detail'>[]): string | undefined =>
  events.findLast(({ kind }) => kind === 'subjectsKept')?.detail?.of;
