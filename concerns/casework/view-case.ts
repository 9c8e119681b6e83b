import { dayOf } from '../terms/calendar.ts';
import type { CaseId } from '../terms/case-id.ts';
import { afterEvent } from '../records/event-chain.ts';
import type { EventRecord } from '../records/event-record.ts';
import { type Actor, maySee } from '../records/permissions.ts';
import type { AskedOfCase, CaseReaders } from '../ports/case-store.ts';
import { type CaseInHand, caseInHand, versionOf } from './case-in-hand.ts';
import type { CaseworkDependencies } from './change-case.ts';
import { retried } from './retried.ts';
import { askedForPage, entriesBefore, type ShownCase, shownBefore, shownCase } from './shown-case.ts';

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
