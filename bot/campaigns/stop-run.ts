import type { DeliveryParts, DeliveryRuns } from '../../concerns/ports/campaign-store.ts';
import { type DeliveryRun, stoppedRun } from '../../concerns/records/delivery.ts';
import type { EventLog } from '../running/event-log.ts';
import { openParts } from './open-parts.ts';

/**
 * Pauses a run whose message reaches no one. One of many servers does, since it writes over the version that it counted
 * by. Throws StoreError.
 */
export const createStopRun =
  (deps: { readonly runs: DeliveryRuns; readonly parts: DeliveryParts; readonly log: EventLog }) =>
  async (id: string): Promise<DeliveryRun | undefined> => {
    const standing = await deps.runs.read(id);
    if (standing === undefined || standing.value.tally.sent > 0) return undefined;
    const next = stoppedRun(standing.value, await openParts(deps.parts, id));
    if (next?.stopped === undefined || !(await deps.runs.write(next, standing.version))) return undefined;
    deps.log({ event: 'runStopped', why: next.stopped });
    return next;
  };
