import type { CaseId } from '../terms/case-id.ts';
import type { CaseRecord } from '../records/case-record.ts';
import type { EventRecord } from '../records/event-record.ts';
import type { Actor } from '../records/permissions.ts';
import type { CaseworkDependencies } from './change-case.ts';
import { visibleLinks } from './visible-links.ts';

/** How many entries of its history a case is shown with, and how many follow each time more are asked for. */
export const entriesShown = 25;

/** A case as a page shows it: no seal in it, and no other case that whoever looks is not to see. */
export interface ShownCase {
  readonly record: Omit<CaseRecord, 'sealedReport' | 'sealedIdentity' | 'contentTag'>;
  /** The last entries of its history: how long that is costs no step anything. */
  readonly events: readonly EventRecord[];
  /** The cases that it was linked with, as far as whoever looks may see them. */
  readonly linked: readonly CaseId[];
  /** How many messages of the reporter and to them there are, and how often an identity was shared. */
  readonly passed: { readonly received: number; readonly sent: number; readonly shared: number };
}

/** An entry without what is sealed in it, and without what tells one request from another. */
export const sealless = ({ message, note, request: _request, ...event }: EventRecord): EventRecord => ({
  ...event,
  ...(message && { message: { id: message.id, number: message.number, digest: message.digest } }),
  ...(note && { note: { for: note.for, digest: note.digest } }),
});

/** The last entries before a place of a history, or of all of it, for the page of somebody. Throws StoreError. */
export async function shownEntries(
  deps: Pick<CaseworkDependencies, 'cases' | 'history'>,
  caseId: CaseId,
  by: Actor,
  before?: number,
): Promise<readonly EventRecord[]> {
  const asked = { ...(before !== undefined && { before }), last: entriesShown };
  const { events } = await visibleLinks(deps.cases, await deps.history.entries(caseId, asked), by);
  return events.map(sealless);
}

/** A case for the page of somebody who may see it, with the end of its history. Throws StoreError. */
export async function shownCase(
  deps: Pick<CaseworkDependencies, 'cases' | 'history'>,
  { sealedReport: _report, sealedIdentity: _identity, contentTag: _tag, ...record }: CaseRecord,
  by: Actor,
): Promise<ShownCase> {
  const { cases, history } = deps;
  const { caseId } = record;
  const [events, { linked }, received, sent, shared] = await Promise.all([
    shownEntries(deps, caseId, by),
    history.entries(caseId, { kinds: ['linked'] }).then((links) => visibleLinks(cases, links, by)),
    history.count(caseId, 'messageFromReporter'),
    history.count(caseId, 'messageToReporter'),
    history.count(caseId, 'identityShared'),
  ]);
  return { record, events, linked, passed: { received, sent, shared } };
}
