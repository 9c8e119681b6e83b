import {
  readAccessIfAllowed,
  type SnapshotRequest,
  type CaseAccess,
  type CaseStore,
  type HistoryEntryQuery,
} from '../ports/case-store.ts';
import { rebuildAlert } from '../model/alert-record.ts';
import { type CaseRecord, caseRecordSchema } from '../model/case-record.ts';
import {
  appendEvent,
  historyPageSize,
  type EventRecord,
  eventRecordSchema,
  type HistoryCategory,
  eventKindsByCategory,
} from '../model/event-record.ts';
import { identityRequestByCurrentHolders } from '../model/identity-request.ts';
import { type Actor, maySee } from '../model/permissions.ts';
import { toDay } from '../model/calendar.ts';
import type { CaseId } from '../model/case-id.ts';
import type { PersonId } from '../model/roles.ts';
import type { HandledBy } from '../model/handled-by.ts';
import { type HistoryReader, loadCase, type LoadedCase, toVersioned } from './load-case.ts';
import {
  type CaseworkDependencies,
  runWithReads,
  type PreconditionCode,
  type CaseRoleHolders,
  readCaseRoleHolders,
  type DecisionContext,
  createDecisionContext,
} from './case-action.ts';
import { needsAgreement, signOffState, type SignOffState } from './closing-agreement.ts';
import { preconditionQueries, unmetClosingPreconditions, unmetErasurePreconditions } from './preconditions.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import {
  type Confirmation,
  isMutual,
  linkedCaseIds,
  separateCaseIds,
  pairEventKinds,
  readConfirmations,
  redactInvisibleLinks,
  redactLink,
  relatedEventKinds,
  samePersonCaseIds,
  samePersonEventKinds,
} from './case-links.ts';
import {
  closingOversightRequirements,
  lastNewsQuery,
  otherHandlers,
  oversightRequirements,
  type OversightRefusal,
  readmittablePeople,
  exclusionKinds,
  unmetOversight,
  wasReadByAnother,
} from './four-eyes.ts';
import type { StoredCaseTitle } from '../model/case-title.ts';
import { type StoredSubjectCard, storedSubjectCardSchema } from '../model/subject-card.ts';
import { digestOfSeal } from '../model/digests.ts';
import { StoreError } from '../ports/store-error.ts';

export interface CaseDetails {
  readonly record: Omit<
    CaseRecord,
    'sealedReport' | 'sealedIdentity' | 'attestedIdentity' | 'contentTag' | 'subjectCard' | 'formerCards' | 'caseTitle'
  >;
  readonly events: readonly EventRecord[];
  readonly linked: readonly CaseId[];
  readonly notSame: readonly CaseId[];
  readonly caseTitle: SubjectCardView | undefined;
  /** Confirmed to be about one person, by this case’s history; empty unless the force has switched groups on. */
  readonly samePerson: readonly CaseId[];
  /** Only what the other case's history says as well: half a confirmation settles no match. */
  readonly confirmed: readonly Confirmation[];
  readonly subjectCard: SubjectCardView | undefined;
  readonly formerCards: readonly SubjectCardView[];
  readonly passed: { readonly received: number; readonly sent: number; readonly shared: number };
  readonly identity: 'none' | 'handlers' | 'custodians';
  readonly alertWaits: boolean;
  readonly handlers: readonly PersonId[];
  readonly readmittable: readonly PersonId[];
  readonly closingIsTold: boolean;
  readonly closingGates: readonly PreconditionCode[];
  readonly closingRefusal: OversightRefusal | undefined;
  readonly reserveRefusal: OversightRefusal | undefined;
  readonly needsAgreement: boolean;
  readonly signOff: SignOffState;
  readonly erasureGates: readonly PreconditionCode[];
}

const recordViewSchema = caseRecordSchema.omit({
  sealedReport: true,
  sealedIdentity: true,
  attestedIdentity: true,
  contentTag: true,
  caseTitle: true,
  subjectCard: true,
  formerCards: true,
});

const messageCountKinds = ['messageFromReporter', 'messageToReporter', 'identityShared'] as const;
const lastPageQuery = { last: historyPageSize } as const;

export function caseViewSnapshotRequest(
  holders: Pick<CaseRoleHolders, HandledBy>,
  readers: Pick<CaseAccess, 'handledBy' | 'excluded'>,
  by: Actor,
): SnapshotRequest {
  const others = otherHandlers(holders, readers, by.objectId);
  return {
    entries: [
      lastPageQuery,
      { kinds: relatedEventKinds },
      { kinds: exclusionKinds },
      ...preconditionQueries(others, by.objectId),
    ],
    counts: messageCountKinds,
    written: [],
  };
}

/** Unknown fields are left out, since they may hold anything. */
const entryViewSchema = eventRecordSchema.omit({ message: true, note: true, request: true });

const toEntryView = ({ message, note, ...event }: EventRecord): EventRecord => ({
  ...entryViewSchema.parse(event),
  ...(message && { message: { id: message.id, number: message.number, digest: message.digest } }),
  ...(note && { note: { for: note.for, digest: note.digest } }),
});

async function readEarlierEntries(
  deps: Pick<CaseworkDependencies, 'cases'>,
  { record: { caseId }, history }: LoadedCase,
  by: Actor,
  place: HistoryCursor,
): Promise<readonly EventRecord[]> {
  const { events } = await redactInvisibleLinks(
    deps.cases,
    await history.entries(caseId, earlierEntriesQuery(place)),
    by,
  );
  return events.map(toEntryView);
}

interface HistoryCursor {
  readonly before: number;
  readonly part?: HistoryCategory | undefined;
}

const earlierEntriesQuery = ({ before, part }: HistoryCursor): HistoryEntryQuery => ({
  before,
  last: historyPageSize,
  ...(part && { kinds: eventKindsByCategory[part] }),
});

/** With the end of its history. Throws StoreError. */
export async function readCaseDetails(
  deps: Pick<
    CaseworkDependencies,
    'cases' | 'clock' | 'timeZone' | 'signOff' | 'listHandlers' | 'listCustodians' | 'listSupervisors' | 'personGroups'
  >,
  loadedCase: LoadedCase,
  by: Actor,
): Promise<CaseDetails> {
  const { record, alert, history } = loadedCase;
  const { caseId, sealedIdentity, subjectCard, caseTitle } = record;
  const holders = await readCaseRoleHolders(deps);
  const context = createDecisionContext(deps, loadedCase, holders, by);
  const [last, paired, [received = 0, sent = 0, shared = 0], decisions] = await Promise.all([
    history.entries(caseId, lastPageQuery),
    history.entries(caseId, { kinds: relatedEventKinds }).then((links) => redactInvisibleLinks(deps.cases, links, by)),
    Promise.all(messageCountKinds.map((kind) => history.count(caseId, kind))),
    runWithReads(() => ({
      readmittable: readmittablePeople(context),
      closingIsTold: !wasReadByAnother(context),
      closingGates: unmetClosingPreconditions(context),
      closingRefusal: unmetOversight(context, closingOversightRequirements),
      reserveRefusal: unmetOversight(
        context,
        oversightRequirements(() => true),
      ),
      needsAgreement: needsAgreement(context),
      signOff: signOffState(context),
      erasureGates: unmetErasurePreconditions(context),
      cardWithdrawal: currentCardWithdrawal(context),
    })),
  ]);
  const { cardWithdrawal, ...asDecided } = decisions;
  const pairDecisions = paired.events.filter(({ kind }) => pairEventKinds.some((one) => one === kind));
  const samePerson = deps.personGroups ? samePersonCaseIds(paired.events) : [];
  const confirmed = deps.personGroups ? await readMutualConfirmations(loadedCase, paired) : [];
  const identityAsked = identityRequestByCurrentHolders(record, holders[record.handledBy], holders.custodians);
  const currentRecord = { ...record, identityAsked, cardWithdrawal };
  const alerted = alert && (alert.value ?? rebuildAlert(record, new Date(0)));
  return {
    record: recordViewSchema.parse(currentRecord),
    events: last.map((event) => toEntryView(redactLink(event, paired.visible))),
    linked: linkedCaseIds(pairDecisions),
    // A second person has confirmed since that they are.
    notSame: separateCaseIds(pairDecisions).filter((other) => !samePerson.includes(other)),
    samePerson,
    confirmed,
    caseTitle: caseTitle && toCardView(caseTitle),
    subjectCard: subjectCard && toCardView(subjectCard),
    formerCards: (record.formerCards ?? []).map(toCardView),
    passed: { received, sent, shared },
    identity: sealedIdentity === undefined ? 'none' : record.mode === 'confidential' ? 'custodians' : 'handlers',
    alertWaits: alerted !== undefined && alerted.state !== 'acknowledged',
    handlers: holders[record.handledBy].filter((id) => !record.excluded.includes(id)),
    ...asDecided,
  };
}

/** Asks only cases that the person may see. One that cannot be read confirms nothing. Throws StoreError. */
async function readMutualConfirmations(
  { record: { caseId }, history }: LoadedCase,
  { events, visible }: Awaited<ReturnType<typeof redactInvisibleLinks>>,
): Promise<readonly Confirmation[]> {
  const confirmed = readConfirmations(events).filter(({ other }) => visible.includes(other));
  const others = [...new Set(confirmed.map(({ other }) => other))];
  const theirs = await Promise.all(
    others.map(async (other) => ({
      caseId: other,
      confirmed: await history
        .entries(other, { kinds: samePersonEventKinds })
        .then(readConfirmations, (error: unknown) => {
          if (error instanceof StoreError && error.code === 'broken') return [];
          throw error;
        }),
    })),
  );
  return confirmed.filter((one) => isMutual(theirs, caseId, one));
}

type ViewOutcome = ({ readonly kind: 'viewed' } & CaseDetails) | { readonly kind: 'refused' };

type ViewDependencies = Pick<
  CaseworkDependencies,
  | 'cases'
  | 'history'
  | 'listHandlers'
  | 'listCustodians'
  | 'listSupervisors'
  | 'signOff'
  | 'clock'
  | 'timeZone'
  | 'personGroups'
>;

/** `undefined` if they may not see it. The entry is written once for each person and day. Throws StoreError. */
export async function loadAndRecordView(
  deps: Pick<ViewDependencies, 'cases' | 'history' | 'clock' | 'timeZone'>,
  by: Actor,
  caseId: CaseId,
  createRequest: (readers: CaseAccess) => Promise<SnapshotRequest>,
  kind: 'viewed' | 'grouped' = 'viewed',
): Promise<LoadedCase | undefined> {
  const objectId = by.objectId;
  const ownViewQuery = { kinds: [kind], by: [objectId], last: 1 } as const;
  return retryOnConflict(async () => {
    const found = await loadCase(
      deps,
      caseId,
      (readers) => maySee(by, readers),
      async (readers) => {
        const shown = await createRequest(readers);
        return { ...shown, entries: [...shown.entries, ownViewQuery, { last: 1 }] };
      },
    );
    if (!found) return undefined;
    const now = deps.clock();
    const today = toDay(now, deps.timeZone);
    const views = await found.history.entries(caseId, ownViewQuery);
    if (views.some(({ at }) => toDay(new Date(at), deps.timeZone) === today)) return found;
    const [last] = await found.history.entries(caseId, { last: 1 });
    const viewed = { kind, by: { objectId }, at: now.toISOString() } as const;
    const { record, event } = appendEvent(found.record, viewed, { record: found.record, last });
    const changed = await deps.cases.change({ case: { ...toVersioned(found), value: record }, events: [event] });
    return changed === 'conflict' ? changed : found.after(record, [event]);
  });
}

/** Without anything sealed. A view is recorded once a person and day. Throws StoreError. */
export async function viewCase(deps: ViewDependencies, by: Actor, caseId: CaseId): Promise<ViewOutcome> {
  const found = await loadAndRecordView(deps, by, caseId, async (readers) =>
    caseViewSnapshotRequest(await readCaseRoleHolders(deps), readers, by),
  );
  return found ? { kind: 'viewed', ...(await readCaseDetails(deps, found, by)) } : { kind: 'refused' };
}

/** Counts as a view. Throws StoreError. */
export async function viewEarlierEntries(
  deps: ViewDependencies,
  by: Actor,
  { caseId, ...place }: HistoryCursor & { readonly caseId: CaseId },
): Promise<{ readonly kind: 'viewed'; readonly events: readonly EventRecord[] } | { readonly kind: 'refused' }> {
  const request = { entries: [earlierEntriesQuery(place)], counts: [], written: [] };
  const found = await loadAndRecordView(deps, by, caseId, async () => request);
  return found ? { kind: 'viewed', events: await readEarlierEntries(deps, found, by, place) } : { kind: 'refused' };
}

interface ViewPosition {
  readonly caseId: CaseId;
  readonly sequence: number;
}

type ChangeStatus = 'same' | 'changed' | 'gone';

/** Views do not count. It leaves no entry, since it releases nothing of the case. Throws StoreError. */
export async function checkForCaseChanges(
  deps: { readonly cases: Pick<CaseStore, 'readAccess'>; readonly history: Pick<HistoryReader, 'entries'> },
  by: Actor,
  { caseId, sequence }: ViewPosition,
): Promise<ChangeStatus> {
  const readers = await readAccessIfAllowed(deps.cases, caseId, (these) => maySee(by, these));
  if (readers === undefined) return 'gone';
  const since = await deps.history.entries(caseId, { after: sequence, last: historyPageSize });
  return since.some(({ kind }) => kind !== 'viewed') ? 'changed' : 'same';
}

export interface SubjectCardView extends Omit<StoredSubjectCard, 'sealed'> {
  readonly digest: string;
}

const cardViewSchema = storedSubjectCardSchema.omit({ sealed: true });
const toCardView = (card: StoredSubjectCard | StoredCaseTitle): SubjectCardView => ({
  ...cardViewSchema.parse(card),
  digest: digestOfSeal(card.sealed),
});

export function currentCardWithdrawal({ record, holders, entries }: DecisionContext): CaseRecord['cardWithdrawal'] {
  const { cardWithdrawal: asked, handledBy, excluded } = record;
  if (asked === undefined || excluded.includes(asked.by) || !holders[handledBy].includes(asked.by)) return undefined;
  const [news] = entries(lastNewsQuery);
  return news !== undefined && news.sequence > asked.sequence ? undefined : asked;
}
