import type { CaseRecord } from '../../concerns/case-record.ts';
import type { EventRecord } from '../../concerns/event-record.ts';

/** How many messages of the reporter and shared identities came after a report was opened: they are not opened yet. */
export const newSince = (events: readonly EventRecord[], opened: Pick<CaseRecord, 'chain'>): number =>
  events.filter(
    ({ sequence, kind }) =>
      sequence > opened.chain.sequence && (kind === 'messageFromReporter' || kind === 'identityShared'),
  ).length;
