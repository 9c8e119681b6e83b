import type { CaseId } from '../model/case-id.ts';
import { markRead, type CaseRecord } from '../model/case-record.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { redactInvisibleLinks } from './case-links.ts';
import { rebuildAlert, withReserveNotice } from '../model/alert-record.ts';
import type { AlertOutbox } from '../ports/alerts.ts';
import { type Clock, toDay } from '../model/calendar.ts';
import { appendEvent, type EventRecord } from '../model/event-record.ts';
import { type Actor, maySee } from '../model/permissions.ts';
import { type CaseStore, type CaseHistory, readCaseIfAllowed } from '../ports/case-store.ts';
import type { PersonStore } from '../ports/person-store.ts';
import { withOpening } from '../model/case-openings.ts';
import { type FirstDayLimits, withFirstDayDue } from '../model/deadlines.ts';
import type { PersonId } from '../model/roles.ts';

interface ReleaseDependencies {
  readonly cases: CaseStore;
  readonly history: CaseHistory;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly outbox: Pick<AlertOutbox, 'read'>;
  readonly countOpening?: OpeningCounter;
  readonly firstDayLimits?: FirstDayLimits | undefined;
}

/** One page holds a case of usual length. */
export const releasedEntriesPerPage = 50;

interface ReleasedPage {
  readonly events: readonly EventRecord[];
  readonly isMore: boolean;
}

/** `refused` also if there is no such case. */
type ReleaseOutcome =
  | ({ readonly kind: 'consulted'; readonly record: CaseRecord } & ReleasedPage)
  | { readonly kind: 'refused' };

/**
 * Releases a case with the first page of its history, after the opening is recorded. A link with a case that they may
 * not see is only a digest. The reserve is notified if they open more of the unit's reports than anyone needs that no
 * one gave to them: taking a case does not count as given. Throws StoreError.
 */
export async function releaseSeals(deps: ReleaseDependencies, caseId: CaseId, by: Actor): Promise<ReleaseOutcome> {
  let isMany: boolean | undefined;
  return retryOnConflict(async () => {
    const current = await readCaseIfAllowed(deps.cases, caseId, (readers) => maySee(by, readers));
    if (!current) return { kind: 'refused' };
    const isAssignee = current.value.assignee === by.objectId;
    // No one oversees the reserve's own cases.
    const isCounted =
      current.value.handledBy === 'acu' && !(isAssignee && (await isAssignedByOther(deps.history, caseId, by)));
    if (isCounted) isMany ??= await deps.countOpening?.(by.objectId, caseId);
    const now = deps.clock();
    const [last] = await deps.history.entries(caseId, { last: 1 });
    const before = { record: current.value, last };
    const consulted = {
      kind: 'consulted',
      by: { objectId: by.objectId },
      at: now.toISOString(),
      ...(isMany && { detail: { told: true as const } }),
    } as const;
    const today = toDay(now, deps.timeZone);
    const next = {
      ...withFirstDayDue(isAssignee ? markRead(current.value) : current.value, deps.firstDayLimits ?? {}, today),
      opened: true,
      ...(isMany && { oversight: { toldOn: today } }),
    };
    const { record, event } = appendEvent(next, consulted, before);
    const alert = isMany ? await deps.outbox.read(caseId, rebuildAlert(current.value, now)) : undefined;
    const changed = await deps.cases.change({
      case: { ...current, value: record },
      ...(alert && { alert: { ...alert, value: withReserveNotice(alert.value, now) } }),
      events: [event],
    });
    if (changed === 'conflict') return changed;
    return { kind: 'consulted', record, ...(await readPage(deps, by, record.chain.sequence, caseId, 0)) };
  });
}

async function isAssignedByOther(
  history: Pick<CaseHistory, 'entries'>,
  caseId: CaseId,
  { objectId }: Actor,
): Promise<boolean> {
  const [assigned] = await history.entries(caseId, { kinds: ['assigned'], last: 1 });
  return assigned !== undefined && !(typeof assigned.by === 'object' && assigned.by.objectId === objectId);
}

async function readPage(
  deps: Pick<ReleaseDependencies, 'cases' | 'history'>,
  by: Actor,
  until: number,
  caseId: CaseId,
  after: number,
): Promise<ReleasedPage> {
  const sealed = await deps.history.sealedEntries(caseId, { after, before: until + 1, first: releasedEntriesPerPage });
  const { events } = await redactInvisibleLinks(deps.cases, sealed, by);
  return { events, isMore: (sealed.at(-1)?.sequence ?? until) < until };
}

/** In milliseconds, for an opening's further pages. */
const openingWindowMs = 3_600_000;

/**
 * `opening` is the sequence of that person's entry within the hour, so the history gets no new one. Throws StoreError.
 */
export async function releaseMoreSeals(
  deps: ReleaseDependencies,
  { caseId, opening, after }: { readonly caseId: CaseId; readonly opening: number; readonly after: number },
  by: Actor,
): Promise<({ readonly kind: 'consulted' } & ReleasedPage) | { readonly kind: 'refused' }> {
  const current = await readCaseIfAllowed(deps.cases, caseId, (readers) => maySee(by, readers));
  if (!current) return { kind: 'refused' };
  const [entry] = await deps.history.entries(caseId, { after: opening - 1, before: opening + 1 });
  const age = entry && deps.clock().getTime() - Date.parse(entry.at);
  const isCovered =
    entry?.kind === 'consulted' &&
    typeof entry.by === 'object' &&
    entry.by.objectId === by.objectId &&
    age !== undefined &&
    Math.abs(age) <= openingWindowMs;
  return isCovered ? { kind: 'consulted', ...(await readPage(deps, by, opening, caseId, after)) } : { kind: 'refused' };
}

/** `releaseSeals` with all pages. Throws StoreError. */
export async function releaseAllSeals(deps: ReleaseDependencies, caseId: CaseId, by: Actor): Promise<ReleaseOutcome> {
  const consulted = await releaseSeals(deps, caseId, by);
  if (consulted.kind === 'refused') return consulted;
  const events = [...consulted.events];
  let { isMore } = consulted;
  while (isMore) {
    const opening = consulted.record.chain.sequence;
    const page = await releaseMoreSeals(deps, { caseId, opening, after: events.length }, by);
    if (page.kind === 'refused') return page;
    events.push(...page.events);
    isMore = page.isMore && page.events.length > 0;
  }
  return { ...consulted, events, isMore };
}

/** For a case that is not assigned to this person. Resolves to whether to notify the reserve. Throws StoreError. */
export type OpeningCounter = (person: PersonId, caseId: CaseId) => Promise<boolean>;

/** Over all servers; one after the other within a server, so that a thousand at once do not conflict. */
export function createOpeningCounter(people: Pick<PersonStore, 'read' | 'change'>, clock: Clock): OpeningCounter {
  const pending = new Map<PersonId, Promise<unknown>>();

  const count = (person: PersonId, caseId: CaseId): Promise<boolean> =>
    retryOnConflict(async () => {
      const current = await people.read(person);
      if (current === undefined) return false;
      const { openings, isMany } = withOpening(current.value.openings, caseId, clock());
      const written = await people.change({ ...current, value: { ...current.value, openings } });
      return written === 'conflict' ? written : isMany;
    });

  return (person, caseId) => {
    const before = pending.get(person) ?? Promise.resolve();
    const next = before.catch(() => undefined).then(() => count(person, caseId));
    pending.set(person, next);
    const end = (): void => {
      if (pending.get(person) === next) pending.delete(person);
    };
    next.then(end, end);
    return next;
  };
}
