import type { CaseId } from '../case-id.ts';
import type { CaseRecord } from '../case-record.ts';
import type { EventRecord } from '../event-record.ts';
import { type Actor, maySee } from '../permissions.ts';
import type { CaseworkDependencies } from './change-case.ts';

/** A case as a page shows it: no seal in it, and no other case that whoever looks is not to see. */
export interface ShownCase {
  readonly record: Omit<CaseRecord, 'sealedReport' | 'sealedIdentity' | 'contentTag'>;
  readonly events: readonly EventRecord[];
}

const sealless = ({ message, note, ...event }: EventRecord): EventRecord => ({
  ...event,
  ...(message && { message: { id: message.id, number: message.number, digest: message.digest } }),
  ...(note && { note: { for: note.for, digest: note.digest } }),
});

function withoutOthers(event: EventRecord, seen: ReadonlySet<CaseId>): EventRecord {
  const { other, ...detail } = event.detail ?? {};
  return other === undefined || seen.has(other) ? event : { ...event, detail };
}

/**
 * A case for the page of somebody who may see it, with its history. An event that names a case which they may not see
 * is shown without that, so it no longer fits its hash: what is verified is what `consultCase` hands out. Throws
 * StoreError.
 */
export async function shownCase(
  deps: Pick<CaseworkDependencies, 'cases' | 'history'>,
  { sealedReport: _report, sealedIdentity: _identity, contentTag: _tag, ...record }: CaseRecord,
  by: Actor,
): Promise<ShownCase> {
  const others = await Promise.all(record.linked.map((caseId) => deps.cases.read(caseId)));
  const seen = new Set(others.flatMap((other) => (other && maySee(by, other.value) ? [other.value.caseId] : [])));
  const events = await deps.history.of(record.caseId);
  return {
    record: { ...record, linked: record.linked.filter((caseId) => seen.has(caseId)) },
    events: events.map((event) => withoutOthers(sealless(event), seen)),
  };
}
