import type { CaseId } from '../case-id.ts';
import type { CaseRecord } from '../case-record.ts';
import type { EventRecord } from '../event-record.ts';
import type { Actor } from '../permissions.ts';
import type { CaseworkDependencies } from './change-case.ts';
import { visibleLinks } from './visible-links.ts';

/** A case as a page shows it: no seal in it, and no other case that whoever looks is not to see. */
export interface ShownCase {
  readonly record: Omit<CaseRecord, 'sealedReport' | 'sealedIdentity' | 'contentTag'>;
  readonly events: readonly EventRecord[];
  /** The cases that it was linked with, as far as whoever looks may see them. */
  readonly linked: readonly CaseId[];
}

/** An entry without what is sealed in it, and without what tells one request from another. */
export const sealless = ({ message, note, request: _request, ...event }: EventRecord): EventRecord => ({
  ...event,
  ...(message && { message: { id: message.id, number: message.number, digest: message.digest } }),
  ...(note && { note: { for: note.for, digest: note.digest } }),
});

/** A case for the page of somebody who may see it, with its history. Throws StoreError. */
export async function shownCase(
  deps: Pick<CaseworkDependencies, 'cases' | 'history'>,
  { sealedReport: _report, sealedIdentity: _identity, contentTag: _tag, ...record }: CaseRecord,
  by: Actor,
): Promise<ShownCase> {
  const { events, linked } = await visibleLinks(deps.cases, await deps.history.entries(record.caseId, {}), by);
  return { record, events: events.map(sealless), linked };
}
