import type { CaseStore } from '../ports/case-store.ts';
import type { EventRecord } from '../records/event-record.ts';
import { type Actor, maySee } from '../records/permissions.ts';
import type { CaseId } from '../terms/case-id.ts';
import { pairedIn } from './pairs.ts';

/** A history as somebody may read it, and the other cases in it that they may see. */
export interface VisibleLinks {
  readonly events: readonly EventRecord[];
  readonly visible: readonly CaseId[];
}

/** An entry in which a link with another case than these is a digest alone. */
export const withVisibleLink = (event: EventRecord, visible: readonly CaseId[]): EventRecord =>
  event.link?.other === undefined || visible.includes(event.link.other)
    ? event
    : { ...event, link: { digest: event.link.digest } };

/**
 * A history in which a link with a case that somebody may not see is a digest alone: they were shut out of it since. It
 * verifies as before, since the hash of an entry covers the digest. Of the other cases only who may have them is read.
 * Throws StoreError.
 */
export async function visibleLinks(
  cases: Pick<CaseStore, 'readers'>,
  events: readonly EventRecord[],
  by: Actor,
): Promise<VisibleLinks> {
  const seen = async (caseId: CaseId): Promise<readonly CaseId[]> => {
    const readers = await cases.readers(caseId);
    return readers && maySee(by, readers) ? [caseId] : [];
  };
  const visible = (await Promise.all(pairedIn(events).map(seen))).flat();
  return { events: events.map((event) => withVisibleLink(event, visible)), visible };
}
