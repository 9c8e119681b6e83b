import type { EventRecord } from '../../concerns/records/event-record.ts';

/** `undefined` if none was kept. */
export const lastKeptIn = (events: readonly Pick<EventRecord, 'kind' | 'detail'>[]): string | undefined =>
  events.findLast(({ kind }) => kind === 'subjectsKept')?.detail?.of;
