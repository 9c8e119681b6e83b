import type { Day } from '../terms/calendar.ts';
import { caseBounds, type Room, roomFor } from '../ports/case-bounds.ts';
import type { CaseId } from '../terms/case-id.ts';
import type { EventKind } from '../records/event-record.ts';
import type { History } from '../ports/history.ts';
import type { Step } from './change-case.ts';

/** The kinds of entry that anybody may write as often as they like: they end where the bound of words does. */
const plainWords: readonly EventKind[] = ['noted', 'messageToReporter'];
/**
 * The kinds of entry that protect the person who reported or the case itself: nobody fills a case up so that these
 * cannot be written.
 */
const protective: readonly EventKind[] = ['identityOpened', 'identityShared', 'conflictDeclared', 'excluded'];

/** As often as somebody was shut out they can be let in again, however much was written. */
const unbounded: readonly EventKind[] = ['readmitted'];

const reachOf = (kind: EventKind): number =>
  unbounded.includes(kind)
    ? Infinity
    : plainWords.includes(kind)
      ? 1
      : caseBounds.others[protective.includes(kind) ? 'protective' : 'urgent'];

/** Whether the words of steps still fit into a case. Throws StoreError. */
export async function roomForSteps(
  deps: { readonly history: Pick<History, 'written'>; readonly timeZone: string },
  caseId: CaseId,
  steps: readonly Step[],
  today: Day,
): Promise<Room> {
  const worded = steps.filter(({ event }) => event.message !== undefined || event.note !== undefined);
  if (worded.length === 0) return 'room';
  const seals = worded.flatMap(({ event }) => [event.message?.sealed ?? [], event.note?.sealed ?? []].flat());
  const reach = Math.max(...worded.map(({ event }) => reachOf(event.kind)));
  return roomFor(deps.history, caseId, { by: 'others', seals, reach }, today, deps.timeZone);
}
