import { dayOf } from '../calendar.ts';
import type { CaseId } from '../case-id.ts';
import { afterEvent } from '../event-chain.ts';
import { type Actor, maySee } from '../permissions.ts';
import { standingCase } from '../standing-case.ts';
import type { CaseworkDependencies } from './change-case.ts';
import { personId } from './person-id.ts';
import { retried } from './retried.ts';
import { type ShownCase, shownCase } from './shown-case.ts';

/** `refused` stands for no such case as well. */
export type ViewOutcome = ({ readonly kind: 'viewed' } & ShownCase) | { readonly kind: 'refused' };

/** Shows a case without anything sealed. That stands in its history, once for a person and a day. Throws StoreError. */
export async function viewCase(
  deps: Pick<CaseworkDependencies, 'cases' | 'history' | 'clock' | 'timeZone'>,
  by: Actor,
  caseId: CaseId,
): Promise<ViewOutcome> {
  const objectId = personId(by.objectId);
  return retried(async () => {
    const found = await standingCase(deps.cases, caseId, (readers) => maySee(by, readers));
    if (!found) return { kind: 'refused' };
    const now = deps.clock();
    const today = dayOf(now, deps.timeZone);
    const views = await deps.history.entries(caseId, { kinds: ['viewed'], by: objectId, last: 1 });
    const isNoted = views.some(({ at }) => dayOf(new Date(at), deps.timeZone) === today);
    if (isNoted) return { kind: 'viewed', ...(await shownCase(deps, found.value, by)) };
    const [last] = await deps.history.entries(caseId, { last: 1 });
    const viewed = { kind: 'viewed', by: { objectId }, at: now.toISOString() } as const;
    const { record, event } = afterEvent(found.value, viewed, { record: found.value, last });
    const changed = await deps.cases.change({ case: { ...found, value: record }, events: [event] });
    return changed === 'conflict' ? changed : { kind: 'viewed', ...(await shownCase(deps, record, by)) };
  });
}
