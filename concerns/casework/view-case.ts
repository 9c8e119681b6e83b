import type { AskedOfCase, CaseReaders } from '../ports/case-store.ts';
import type { EntriesAsked } from '../ports/history.ts';
import { alertAgain } from '../records/alert-schedule.ts';
import { type CaseRecord, caseRecordSchema } from '../records/case-record.ts';
import { afterEvent } from '../records/event-chain.ts';
import { type EventRecord, eventRecordSchema } from '../records/event-record.ts';
import { kindsOfPart } from '../records/parts-of-history.ts';
import { requestOfHolders } from '../records/identity-request.ts';
import { type Actor, maySee } from '../records/permissions.ts';
import { dayOf } from '../terms/calendar.ts';
import type { CaseId } from '../terms/case-id.ts';
import { entriesShown, type HistoryPart } from '../terms/history-terms.ts';
import type { PersonId } from '../terms/person-id.ts';
import type { HandledBy } from '../terms/urgency.ts';
import { type CaseInHand, caseInHand, versionOf } from './case-in-hand.ts';
import type { CaseworkDependencies, Gate } from './casework.ts';
import type { Holders } from './act.ts';
import { needsAgreement } from './agreed-end.ts';
import { askedForGates, closingGatesOf, erasureGatesOf } from './gates.ts';
import { retried } from './repeats.ts';
import { decided, holdersNow, standingOf } from './standing.ts';
import { linkedIn, notSameIn, pairing } from './pairs.ts';
import { othersLeft, readmittableBy, shuttingOut, wasReadByAnother } from './second-person.ts';
import { shownCard, type ShownCard, standingWithdrawal } from './shown-cards.ts';
import { visibleLinks, withVisibleLink } from './visible-links.ts';

/** A case as a page shows it: no seal in it, and no other case that whoever looks is not to see. */
export interface ShownCase {
  readonly record: Omit<
    CaseRecord,
    'sealedReport' | 'sealedIdentity' | 'attestedIdentity' | 'contentTag' | 'subjectCard' | 'formerCards'
  >;
  /** The last entries of its history: how long that is costs no step anything. */
  readonly events: readonly EventRecord[];
  /** The cases that it was linked with, as far as whoever looks may see them. */
  readonly linked: readonly CaseId[];
  /** The cases that are said not to be about the same person, as far as whoever looks may see them. */
  readonly notSame: readonly CaseId[];
  /** The card of whom it is about, without its seal. */
  readonly subjectCard: ShownCard | undefined;
  /** The cards that it took the place of, in their order. */
  readonly formerCards: readonly ShownCard[];
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
  /** The gates that keep whoever looks from closing the case, whichever outcome they choose. */
  readonly closingGates: readonly Gate[];
  /** Whether somebody else has to agree before the case is closed. */
  readonly needsAgreement: boolean;
  /** Those that keep them from asking for its erasure, or from carrying it out where that was asked for. */
  readonly erasureGates: readonly Gate[];
}

/** The part of a record that a page is shown: nothing sealed, and nothing that this version does not know. */
const shownRecordSchema = caseRecordSchema.omit({
  sealedReport: true,
  sealedIdentity: true,
  attestedIdentity: true,
  contentTag: true,
  subjectCard: true,
  formerCards: true,
});

const passing = ['messageFromReporter', 'messageToReporter', 'identityShared'] as const;
const lastShown = { last: entriesShown } as const;

/** Works out what a page that shows a case to somebody asks of its history. */
export function askedForPage(
  holders: Pick<Holders, HandledBy>,
  readers: Pick<CaseReaders, 'handledBy' | 'excluded'>,
  by: Actor,
): AskedOfCase {
  const others = othersLeft(holders, readers, by.objectId);
  return {
    entries: [lastShown, { kinds: pairing }, { kinds: shuttingOut }, ...askedForGates(others, by.objectId)],
    counts: passing,
    written: [],
  };
}

/** The part of an entry that a page is shown: what this version knows, since nobody here can say what else is in one. */
const shownEntrySchema = eventRecordSchema.omit({ message: true, note: true, request: true });

/** An entry without what is sealed in it, and without what tells one request from another. */
const sealless = ({ message, note, ...event }: EventRecord): EventRecord => ({
  ...shownEntrySchema.parse(event),
  ...(message && { message: { id: message.id, number: message.number, digest: message.digest } }),
  ...(note && { note: { for: note.for, digest: note.digest } }),
});

/** The last entries before a place of a history, of one part of it where that is asked for, for the page of somebody, one step back. Throws StoreError. */
async function shownBefore(
  deps: Pick<CaseworkDependencies, 'cases'>,
  { record: { caseId }, history }: CaseInHand,
  by: Actor,
  place: PlaceInHistory,
): Promise<readonly EventRecord[]> {
  const { events } = await visibleLinks(deps.cases, await history.entries(caseId, entriesBefore(place)), by);
  return events.map(sealless);
}

/** A place in a history to look back from, at all that is before it or at one part of that. */
export interface PlaceInHistory {
  readonly before: number;
  readonly part?: HistoryPart | undefined;
}

/** The question to a history for one step back from a place. */
const entriesBefore = ({ before, part }: PlaceInHistory): EntriesAsked => ({
  before,
  last: entriesShown,
  ...(part && { kinds: kindsOfPart[part] }),
});

/** A case for the page of somebody who may see it, with the end of its history. Throws StoreError. */
export async function shownCase(
  deps: Pick<CaseworkDependencies, 'cases' | 'clock' | 'timeZone' | 'handlersKnown' | 'custodiansKnown'>,
  inHand: CaseInHand,
  by: Actor,
): Promise<ShownCase> {
  const { record, alert, history } = inHand;
  const { caseId, sealedIdentity, subjectCard } = record;
  const holders = await holdersNow(deps);
  const standing = standingOf(deps, inHand, holders, by);
  const [last, paired, [received = 0, sent = 0, shared = 0], decisions] = await Promise.all([
    history.entries(caseId, lastShown),
    history.entries(caseId, { kinds: pairing }).then((links) => visibleLinks(deps.cases, links, by)),
    Promise.all(passing.map((kind) => history.count(caseId, kind))),
    decided(() => ({
      readmittable: readmittableBy(standing),
      closingIsTold: !wasReadByAnother(standing),
      closingGates: closingGatesOf(standing),
      needsAgreement: needsAgreement(standing),
      erasureGates: erasureGatesOf(standing),
      cardWithdrawal: standingWithdrawal(standing),
    })),
  ]);
  const { cardWithdrawal, ...asDecided } = decisions;
  // What was asked for and counts no more keeps nobody from asking.
  const identityAsked = requestOfHolders(record, holders[record.handledBy], holders.custodians);
  const asTheyHold = { ...record, identityAsked, cardWithdrawal };
  const alerted = alert && (alert.value ?? alertAgain(record, new Date(0)));
  return {
    record: shownRecordSchema.parse(asTheyHold),
    events: last.map((event) => sealless(withVisibleLink(event, paired.visible))),
    linked: linkedIn(paired.events),
    notSame: notSameIn(paired.events),
    subjectCard: subjectCard && shownCard(subjectCard),
    formerCards: (record.formerCards ?? []).map(shownCard),
    passed: { received, sent, shared },
    identity: sealedIdentity === undefined ? 'none' : record.mode === 'confidential' ? 'custodians' : 'handlers',
    alertWaits: alerted !== undefined && alerted.state !== 'acknowledged',
    handlers: holders[record.handledBy].filter((id) => !record.excluded.includes(id)),
    ...asDecided,
  };
}

/** `refused` stands for no such case as well. */
export type ViewOutcome = ({ readonly kind: 'viewed' } & ShownCase) | { readonly kind: 'refused' };

type ViewDependencies = Pick<
  CaseworkDependencies,
  'cases' | 'history' | 'handlersKnown' | 'custodiansKnown' | 'clock' | 'timeZone'
>;

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
  const found = await notedView(deps, by, caseId, async (readers) => askedForPage(await holdersNow(deps), readers, by));
  return found ? { kind: 'viewed', ...(await shownCase(deps, found, by)) } : { kind: 'refused' };
}

/** Earlier entries of a case's history, those before a place, of all of it or of one part. That is a view as well. Throws StoreError. */
export async function viewEarlier(
  deps: ViewDependencies,
  by: Actor,
  { caseId, ...place }: PlaceInHistory & { readonly caseId: CaseId },
): Promise<{ readonly kind: 'viewed'; readonly events: readonly EventRecord[] } | { readonly kind: 'refused' }> {
  const asked = { entries: [entriesBefore(place)], counts: [], written: [] };
  const found = await notedView(deps, by, caseId, async () => asked);
  return found ? { kind: 'viewed', events: await shownBefore(deps, found, by, place) } : { kind: 'refused' };
}
