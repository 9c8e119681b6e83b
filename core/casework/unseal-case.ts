import type { CaseId } from '../model/codes.ts';
import { asSeenTo, type CaseRecord } from '../model/case-record.ts';
import { retried } from './idempotency.ts';
import { visibleLinks } from './links.ts';
import { alertAgain, withNotice } from '../model/alert-record.ts';
import type { AlertOutbox } from '../ports/alerts.ts';
import { type Clock, dayOf } from '../model/calendar.ts';
import { afterEvent, type EventRecord } from '../model/event-record.ts';
import { type Actor, maySee } from '../model/permissions.ts';
import { type CaseStore, type History, standingCase } from '../ports/case-store.ts';
import type { People } from '../ports/people.ts';
import { withOpening } from '../model/openings.ts';
import type { PersonId } from '../model/directory.ts';

interface ConsultDependencies {
  readonly cases: CaseStore;
  readonly history: History;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly outbox: Pick<AlertOutbox, 'read'>;
  readonly countOpening?: CountOpening;
}

/** A case of usual length opens in one page. */
export const entriesOfPage = 50;

interface OpenedPage {
  readonly events: readonly EventRecord[];
  readonly isMore: boolean;
}

/** `refused` also if there is no such case. */
type Consulted =
  | ({ readonly kind: 'consulted'; readonly record: CaseRecord } & OpenedPage)
  | { readonly kind: 'refused' };

/**
 * Hands out a sealed case with the first page of its history, after the consultation is written down. A link with a
 * case that they may not see is only a digest. The reserve is told if they open more of the unit's reports than anyone
 * needs that no one gave to them: taking a case does not count as given. Throws StoreError.
 */
export async function consultCase(deps: ConsultDependencies, caseId: CaseId, by: Actor): Promise<Consulted> {
  let isMany: boolean | undefined;
  return retried(async () => {
    const standing = await standingCase(deps.cases, caseId, (readers) => maySee(by, readers));
    if (!standing) return { kind: 'refused' };
    const isTheirs = standing.value.assignee === by.objectId;
    // No one is above the reserve who could be told of its own cases.
    const isCounted = standing.value.handledBy === 'acu' && !(isTheirs && (await wasGiven(deps.history, caseId, by)));
    if (isCounted) isMany ??= await deps.countOpening?.(by.objectId, caseId);
    const now = deps.clock();
    const [last] = await deps.history.entries(caseId, { last: 1 });
    const before = { record: standing.value, last };
    const consulted = {
      kind: 'consulted',
      by: { objectId: by.objectId },
      at: now.toISOString(),
      ...(isMany && { detail: { told: true as const } }),
    } as const;
    const next = {
      ...(isTheirs ? asSeenTo(standing.value) : standing.value),
      opened: true,
      ...(isMany && { oversight: { toldOn: dayOf(now, deps.timeZone) } }),
    };
    const { record, event } = afterEvent(next, consulted, before);
    const alert = isMany ? await deps.outbox.read(caseId, alertAgain(standing.value, now)) : undefined;
    const changed = await deps.cases.change({
      case: { ...standing, value: record },
      ...(alert && { alert: { ...alert, value: withNotice(alert.value, now) } }),
      events: [event],
    });
    if (changed === 'conflict') return changed;
    return { kind: 'consulted', record, ...(await pageOf(deps, by, record.chain.sequence, caseId, 0)) };
  });
}

async function wasGiven(history: Pick<History, 'entries'>, caseId: CaseId, { objectId }: Actor): Promise<boolean> {
  const [assigned] = await history.entries(caseId, { kinds: ['assigned'], last: 1 });
  return assigned !== undefined && !(typeof assigned.by === 'object' && assigned.by.objectId === objectId);
}

async function pageOf(
  deps: Pick<ConsultDependencies, 'cases' | 'history'>,
  by: Actor,
  until: number,
  caseId: CaseId,
  after: number,
): Promise<OpenedPage> {
  const sealed = await deps.history.sealed(caseId, { after, before: until + 1, first: entriesOfPage });
  const { events } = await visibleLinks(deps.cases, sealed, by);
  return { events, isMore: (sealed.at(-1)?.sequence ?? until) < until };
}

/** How long an opening covers its further pages, in milliseconds. */
const openingMs = 3_600_000;

/**
 * A further page: `opening` is the place of the entry of the same person within the hour, so nothing is added to the
 * history. Throws StoreError.
 */
export async function consultFurther(
  deps: ConsultDependencies,
  { caseId, opening, after }: { readonly caseId: CaseId; readonly opening: number; readonly after: number },
  by: Actor,
): Promise<({ readonly kind: 'consulted' } & OpenedPage) | { readonly kind: 'refused' }> {
  const standing = await standingCase(deps.cases, caseId, (readers) => maySee(by, readers));
  if (!standing) return { kind: 'refused' };
  const [entry] = await deps.history.entries(caseId, { after: opening - 1, before: opening + 1 });
  const age = entry && deps.clock().getTime() - Date.parse(entry.at);
  const covers =
    entry?.kind === 'consulted' &&
    typeof entry.by === 'object' &&
    entry.by.objectId === by.objectId &&
    age !== undefined &&
    Math.abs(age) <= openingMs;
  return covers ? { kind: 'consulted', ...(await pageOf(deps, by, opening, caseId, after)) } : { kind: 'refused' };
}

/** `consultCase` with all pages. Throws StoreError. */
export async function consultWhole(deps: ConsultDependencies, caseId: CaseId, by: Actor): Promise<Consulted> {
  const consulted = await consultCase(deps, caseId, by);
  if (consulted.kind === 'refused') return consulted;
  const events = [...consulted.events];
  let { isMore } = consulted;
  while (isMore) {
    const opening = consulted.record.chain.sequence;
    const page = await consultFurther(deps, { caseId, opening, after: events.length }, by);
    if (page.kind === 'refused') return page;
    events.push(...page.events);
    isMore = page.isMore && page.events.length > 0;
  }
  return { ...consulted, events, isMore };
}

/**
 * Counts the opening of a case that is not with this person. Resolves to whether the reserve is to be told. Throws
 * StoreError.
 */
export type CountOpening = (person: PersonId, caseId: CaseId) => Promise<boolean>;

/**
 * Counts in the person's row, over all servers; one after the other within a server, so that a thousand at once do not
 * conflict.
 */
export function createOpeningCount(people: Pick<People, 'read' | 'change'>, clock: Clock): CountOpening {
  const under = new Map<PersonId, Promise<unknown>>();

  const count = (person: PersonId, caseId: CaseId): Promise<boolean> =>
    retried(async () => {
      const standing = await people.read(person);
      if (standing === undefined) return false;
      const { openings, isMany } = withOpening(standing.value.openings, caseId, clock());
      const written = await people.change({ ...standing, value: { ...standing.value, openings } });
      return written === 'conflict' ? written : isMany;
    });

  return (person, caseId) => {
    const before = under.get(person) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(() => count(person, caseId));
    under.set(person, mine);
    const end = (): void => {
      if (under.get(person) === mine) under.delete(person);
    };
    mine.then(end, end);
    return mine;
  };
}
