import type { AskedOfCase, CaseReaders, CaseStore } from '../ports/case-store.ts';
import type { EntriesAsked } from '../ports/history.ts';
import { alertAgain } from '../records/alert-schedule.ts';
import type { CaseRecord } from '../records/case-record.ts';
import { afterEvent } from '../records/event-chain.ts';
import type { EventRecord } from '../records/event-record.ts';
import { type Actor, maySee } from '../records/permissions.ts';
import { dayOf } from '../terms/calendar.ts';
import type { CaseId } from '../terms/case-id.ts';
import type { PersonId } from '../terms/person-id.ts';
import { type CaseInHand, caseInHand, versionOf } from './case-in-hand.ts';
import type { CaseworkDependencies } from './casework.ts';
import { retried } from './repeats.ts';
import { openedByOthers, othersLeft, readmittableBy, shuttingOut, wasOpenedByAnother } from './second-person.ts';

/** A history as somebody may read it, and the cases in it that they may see. */
export interface VisibleLinks {
  readonly events: readonly EventRecord[];
  readonly linked: readonly CaseId[];
}

/** The cases that a history says its case was linked with, each once. */
export const linkedIn = (events: readonly EventRecord[]): readonly CaseId[] => [
  ...new Set(events.flatMap(({ link }) => link?.other ?? [])),
];

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
  const linked = (await Promise.all(linkedIn(events).map(seen))).flat();
  return { events: events.map((event) => withVisibleLink(event, linked)), linked };
}

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
  /** Whether there is a sealed identity, and who can open it. */
  readonly identity: 'none' | 'handlers' | 'custodians';
  /** Whether the unit was alerted of something that nobody has acknowledged. */
  readonly alertWaits: boolean;
  /** Those who are known to handle it and are not shut out of it. */
  readonly handlers: readonly PersonId[];
  /** Those whom another shut out, and whom whoever looks can let in again. */
  readonly readmittable: readonly PersonId[];
  /** Whether the reserve is told where whoever looks closes the case. */
  readonly closingIsTold: boolean;
}

const passing = ['messageFromReporter', 'messageToReporter', 'identityShared'] as const;
const lastShown = { last: entriesShown } as const;

/** Who handles a case, as far as a page shows it. */
export type ShownHandlers = Pick<CaseworkDependencies, 'handlersShown'>;

/** Works out what a page that shows a case to somebody asks of its history. Throws StoreError. */
export async function askedForPage(
  { handlersShown }: ShownHandlers,
  readers: Pick<CaseReaders, 'handledBy' | 'excluded'>,
  by: Actor,
): Promise<AskedOfCase> {
  const others = await othersLeft({ handlersKnown: handlersShown }, { record: readers, by: by.objectId });
  const opened = openedByOthers(others);
  return {
    entries: [lastShown, { kinds: ['linked'] }, { kinds: shuttingOut }, ...(opened ? [opened] : [])],
    counts: passing,
    written: [],
  };
}

/** An entry without what is sealed in it, and without what tells one request from another. */
export const sealless = ({ message, note, request: _request, ...event }: EventRecord): EventRecord => ({
  ...event,
  ...(message && { message: { id: message.id, number: message.number, digest: message.digest } }),
  ...(note && { note: { for: note.for, digest: note.digest } }),
});

/** The last entries before a place of a history for the page of somebody, one step back. Throws StoreError. */
export async function shownBefore(
  deps: Pick<CaseworkDependencies, 'cases'>,
  { record: { caseId }, history }: CaseInHand,
  by: Actor,
  before: number,
): Promise<readonly EventRecord[]> {
  const { events } = await visibleLinks(deps.cases, await history.entries(caseId, entriesBefore(before)), by);
  return events.map(sealless);
}

/** The question to a history for one step back from a place. */
export const entriesBefore = (before: number) => ({ before, last: entriesShown }) as const;

/** A case for the page of somebody who may see it, with the end of its history. Throws StoreError. */
export async function shownCase(
  deps: Pick<CaseworkDependencies, 'cases'> & ShownHandlers,
  { record, alert, history }: CaseInHand,
  by: Actor,
): Promise<ShownCase> {
  const { caseId } = record;
  const { sealedReport: _report, sealedIdentity, contentTag: _tag, ...shown } = record;
  const handlersKnown = deps.handlersShown;
  const standing = {
    record,
    by: by.objectId,
    entries: (which: EntriesAsked) => history.entries(caseId, which),
  };
  const [last, { linked }, [received = 0, sent = 0, shared = 0], handlers, readmittable, wasOpened] = await Promise.all(
    [
      history.entries(caseId, lastShown),
      history.entries(caseId, { kinds: ['linked'] }).then((links) => visibleLinks(deps.cases, links, by)),
      Promise.all(passing.map((kind) => history.count(caseId, kind))),
      deps.handlersShown(record.handledBy),
      readmittableBy(standing),
      wasOpenedByAnother({ handlersKnown }, standing),
    ],
  );
  const alerted = alert && (alert.value ?? alertAgain(record, new Date(0)));
  return {
    record: shown,
    events: last.map((event) => sealless(withVisibleLink(event, linked))),
    linked,
    passed: { received, sent, shared },
    identity: sealedIdentity === undefined ? 'none' : record.mode === 'confidential' ? 'custodians' : 'handlers',
    alertWaits: alerted !== undefined && alerted.state !== 'acknowledged',
    handlers: handlers.filter((id) => !record.excluded.includes(id)),
    readmittable,
    closingIsTold: !wasOpened,
  };
}

/** `refused` stands for no such case as well. */
export type ViewOutcome = ({ readonly kind: 'viewed' } & ShownCase) | { readonly kind: 'refused' };

type ViewDependencies = Pick<CaseworkDependencies, 'cases' | 'history' | 'handlersShown' | 'clock' | 'timeZone'>;

/** A case that somebody may see, once it stands in its history that they looked at it, once for a person and a day. */
async function notedView(
  deps: ViewDependencies,
  by: Actor,
  caseId: CaseId,
  asked: (readers: CaseReaders) => Promise<AskedOfCase>,
): Promise<CaseInHand | undefined> {
  const objectId = by.objectId;
  const own = { kinds: ['viewed'], by: [objectId], last: 1 } as const;
  return retried(async () => {
    const found = await caseInHand(
      deps,
      caseId,
      (readers) => maySee(by, readers),
      async (readers) => {
        const shown = await asked(readers);
        return { ...shown, entries: [...shown.entries, own, { last: 1 }] };
      },
    );
    if (!found) return undefined;
    const now = deps.clock();
    const today = dayOf(now, deps.timeZone);
    const views = await found.history.entries(caseId, own);
    if (views.some(({ at }) => dayOf(new Date(at), deps.timeZone) === today)) return found;
    const [last] = await found.history.entries(caseId, { last: 1 });
    const viewed = { kind: 'viewed', by: { objectId }, at: now.toISOString() } as const;
    const { record, event } = afterEvent(found.record, viewed, { record: found.record, last });
    const changed = await deps.cases.change({ case: { ...versionOf(found), value: record }, events: [event] });
    return changed === 'conflict' ? changed : found.after(record, [event]);
  });
}

/** Shows a case without anything sealed. That stands in its history, once for a person and a day. Throws StoreError. */
export async function viewCase(deps: ViewDependencies, by: Actor, caseId: CaseId): Promise<ViewOutcome> {
  const found = await notedView(deps, by, caseId, (readers) => askedForPage(deps, readers, by));
  return found ? { kind: 'viewed', ...(await shownCase(deps, found, by)) } : { kind: 'refused' };
}

/** Earlier entries of a case's history, those before a place. That is a view as well. Throws StoreError. */
export async function viewEarlier(
  deps: ViewDependencies,
  by: Actor,
  { caseId, before }: { readonly caseId: CaseId; readonly before: number },
): Promise<{ readonly kind: 'viewed'; readonly events: readonly EventRecord[] } | { readonly kind: 'refused' }> {
  const asked = { entries: [entriesBefore(before)], counts: [], written: [] };
  const found = await notedView(deps, by, caseId, async () => asked);
  return found ? { kind: 'viewed', events: await shownBefore(deps, found, by, before) } : { kind: 'refused' };
}
