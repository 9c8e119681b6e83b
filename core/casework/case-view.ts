import {
  allowedReaders,
  type AskedOfCase,
  type CaseReaders,
  type CaseStore,
  type EntriesAsked,
} from '../ports/case-store.ts';
import { alertAgain } from '../model/alert-record.ts';
import { type CaseRecord, caseRecordSchema } from '../model/case-record.ts';
import {
  afterEvent,
  entriesShown,
  type EventRecord,
  eventRecordSchema,
  type HistoryPart,
  kindsOfPart,
} from '../model/event-record.ts';
import { requestOfHolders } from '../model/identity-request.ts';
import { type Actor, maySee } from '../model/permissions.ts';
import { dayOf } from '../model/calendar.ts';
import type { CaseId } from '../model/codes.ts';
import type { PersonId } from '../model/directory.ts';
import type { HandledBy } from '../model/urgency.ts';
import { type AskedHistory, caseInHand, type CaseInHand, versionOf } from './loaded-case.ts';
import {
  type CaseworkDependencies,
  decided,
  type Gate,
  type Holders,
  holdersNow,
  type Standing,
  standingOf,
} from './acts.ts';
import { needsAgreement } from './agreed-end.ts';
import { askedForGates, closingGatesOf, erasureGatesOf } from './preconditions.ts';
import { retried } from './idempotency.ts';
import { linkedIn, notSameIn, pairing, visibleLinks, withVisibleLink } from './links.ts';
import { lastWords, othersLeft, readmittableBy, shuttingOut, wasReadByAnother } from './four-eyes.ts';
import { type KeptCard, keptCardSchema } from '../model/subject-card.ts';
import { digestOfSeal } from '../model/digests.ts';

export interface ShownCase {
  readonly record: Omit<
    CaseRecord,
    'sealedReport' | 'sealedIdentity' | 'attestedIdentity' | 'contentTag' | 'subjectCard' | 'formerCards'
  >;
  readonly events: readonly EventRecord[];
  readonly linked: readonly CaseId[];
  readonly notSame: readonly CaseId[];
  readonly subjectCard: ShownCard | undefined;
  readonly formerCards: readonly ShownCard[];
  readonly passed: { readonly received: number; readonly sent: number; readonly shared: number };
  readonly identity: 'none' | 'handlers' | 'custodians';
  readonly alertWaits: boolean;
  readonly handlers: readonly PersonId[];
  readonly readmittable: readonly PersonId[];
  readonly closingIsTold: boolean;
  readonly closingGates: readonly Gate[];
  readonly needsAgreement: boolean;
  readonly erasureGates: readonly Gate[];
}

/** Nothing sealed, and no unknown fields. */
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

/** Unknown fields are left out, since they may hold anything. */
const shownEntrySchema = eventRecordSchema.omit({ message: true, note: true, request: true });

/** Also without the request. */
const sealless = ({ message, note, ...event }: EventRecord): EventRecord => ({
  ...shownEntrySchema.parse(event),
  ...(message && { message: { id: message.id, number: message.number, digest: message.digest } }),
  ...(note && { note: { for: note.for, digest: note.digest } }),
});

async function shownBefore(
  deps: Pick<CaseworkDependencies, 'cases'>,
  { record: { caseId }, history }: CaseInHand,
  by: Actor,
  place: PlaceInHistory,
): Promise<readonly EventRecord[]> {
  const { events } = await visibleLinks(deps.cases, await history.entries(caseId, entriesBefore(place)), by);
  return events.map(sealless);
}

interface PlaceInHistory {
  readonly before: number;
  readonly part?: HistoryPart | undefined;
}

const entriesBefore = ({ before, part }: PlaceInHistory): EntriesAsked => ({
  before,
  last: entriesShown,
  ...(part && { kinds: kindsOfPart[part] }),
});

/** A case with the end of its history, for someone who may see it. Throws StoreError. */
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

type ViewOutcome = ({ readonly kind: 'viewed' } & ShownCase) | { readonly kind: 'refused' };

type ViewDependencies = Pick<
  CaseworkDependencies,
  'cases' | 'history' | 'handlersKnown' | 'custodiansKnown' | 'clock' | 'timeZone'
>;

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

/** Shows a case without anything sealed, noted once for a person and a day. Throws StoreError. */
export async function viewCase(deps: ViewDependencies, by: Actor, caseId: CaseId): Promise<ViewOutcome> {
  const found = await notedView(deps, by, caseId, async (readers) => askedForPage(await holdersNow(deps), readers, by));
  return found ? { kind: 'viewed', ...(await shownCase(deps, found, by)) } : { kind: 'refused' };
}

/** Entries before a place, of all or one part of the history. It is a view as well. Throws StoreError. */
export async function viewEarlier(
  deps: ViewDependencies,
  by: Actor,
  { caseId, ...place }: PlaceInHistory & { readonly caseId: CaseId },
): Promise<{ readonly kind: 'viewed'; readonly events: readonly EventRecord[] } | { readonly kind: 'refused' }> {
  const asked = { entries: [entriesBefore(place)], counts: [], written: [] };
  const found = await notedView(deps, by, caseId, async () => asked);
  return found ? { kind: 'viewed', events: await shownBefore(deps, found, by, place) } : { kind: 'refused' };
}

interface ShownUntil {
  readonly caseId: CaseId;
  readonly sequence: number;
}

type SinceShown = 'same' | 'changed' | 'gone';

/**
 * Whether something was done to a case since a page showed it; views do not count. It leaves no entry, since nothing of
 * the case is handed out. Throws StoreError.
 */
export async function changedSince(
  deps: { readonly cases: Pick<CaseStore, 'readers'>; readonly history: Pick<AskedHistory, 'entries'> },
  by: Actor,
  { caseId, sequence }: ShownUntil,
): Promise<SinceShown> {
  const readers = await allowedReaders(deps.cases, caseId, (these) => maySee(by, these));
  if (readers === undefined) return 'gone';
  // No more than a page shows, however long ago that was.
  const since = await deps.history.entries(caseId, { after: sequence, last: entriesShown });
  return since.some(({ kind }) => kind !== 'viewed') ? 'changed' : 'same';
}

export interface ShownCard extends Omit<KeptCard, 'sealed'> {
  readonly digest: string;
}

const shownCardSchema = keptCardSchema.omit({ sealed: true });
const shownCard = (card: KeptCard): ShownCard => ({
  ...shownCardSchema.parse(card),
  digest: digestOfSeal(card.sealed),
});

export function standingWithdrawal({ record, holders, entries }: Standing): CaseRecord['cardWithdrawal'] {
  const { cardWithdrawal: asked, handledBy, excluded } = record;
  if (asked === undefined || excluded.includes(asked.by) || !holders[handledBy].includes(asked.by)) return undefined;
  const [said] = entries(lastWords);
  return said !== undefined && said.sequence > asked.sequence ? undefined : asked;
}
