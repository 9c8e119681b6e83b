import { dayOf } from '../terms/calendar.ts';
import type { CaseId } from '../terms/case-id.ts';
import type { CaseRecord } from '../records/case-record.ts';
import { afterEvent } from '../records/event-chain.ts';
import type { EventRecord } from '../records/event-record.ts';
import { type Actor, maySee } from '../records/permissions.ts';
import { standingCase } from '../ports/standing-case.ts';
import type { CaseworkDependencies } from './change-case.ts';
import { retried } from './retried.ts';
import { type ShownCase, shownCase, shownEntries } from './shown-case.ts';

/** `refused` stands for no such case as well. */
export type ViewOutcome = ({ readonly kind: 'viewed' } & ShownCase) | { readonly kind: 'refused' };

type ViewDependencies = Pick<CaseworkDependencies, 'cases' | 'history' | 'clock' | 'timeZone'>;

/** A case that somebody may see, once it stands in its history that they looked at it, once for a person and a day. */
async function notedView(deps: ViewDependencies, by: Actor, caseId: CaseId): Promise<CaseRecord | undefined> {
  const { objectId } = by;
  return retried(async () => {
    const found = await standingCase(deps.cases, caseId, (readers) => maySee(by, readers));
    if (!found) return undefined;
    const now = deps.clock();
    const today = dayOf(now, deps.timeZone);
    const views = await deps.history.entries(caseId, { kinds: ['viewed'], by: objectId, last: 1 });
    if (views.some(({ at }) => dayOf(new Date(at), deps.timeZone) === today)) return found.value;
    const [last] = await deps.history.entries(caseId, { last: 1 });
    const viewed = { kind: 'viewed', by: { objectId }, at: now.toISOString() } as const;
    const { record, event } = afterEvent(found.value, viewed, { record: found.value, last });
    const changed = await deps.cases.change({ case: { ...found, value: record }, events: [event] });
    return changed === 'conflict' ? changed : record;
  });
}

/** Shows a case without anything sealed. That stands in its history, once for a person and a day. Throws StoreError. */
export async function viewCase(deps: ViewDependencies, by: Actor, caseId: CaseId): Promise<ViewOutcome> {
  const record = await notedView(deps, by, caseId);
  return record ? { kind: 'viewed', ...(await shownCase(deps, record, by)) } : { kind: 'refused' };
}

/** Earlier entries of a case's history, those before a place. That is a view as well. Throws StoreError. */
export async function viewEarlier(
  deps: ViewDependencies,
  by: Actor,
  { caseId, before }: { readonly caseId: CaseId; readonly before: number },
): Promise<{ readonly kind: 'viewed'; readonly events: readonly EventRecord[] } | { readonly kind: 'refused' }> {
  const record = await notedView(deps, by, caseId);
  return record ? { kind: 'viewed', events: await shownEntries(deps, caseId, by, before) } : { kind: 'refused' };
}
