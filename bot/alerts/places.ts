import { type AlertRecord, isForOnCall } from '../../concerns/records/alert-record.ts';
import {
  type AlertTarget,
  type AlertTargets,
  channelsInTurn,
  onCallChannel,
  type TargetName,
} from '../../concerns/records/alert-targets.ts';
import { budgetOfLook } from './look-budget.ts';
import type { TargetBudget } from './target-budget.ts';

/** After so many failures an urgent alert tries the second target in turn with the first. */
const failuresBeforeSecond = 2;

export interface Place {
  readonly name: TargetName;
  readonly target: AlertTarget | undefined;
}

export interface LookedAt {
  readonly targets: AlertTargets;
  readonly budget: TargetBudget;
  readonly isStaffed: (now: Date) => boolean;
}

/**
 * The reserve's alerts go to the reserve and nowhere else; an urgent one that repeats takes its channels in turn, and
 * skips one that is held.
 */
export async function placeOf(
  read: AlertTargets['read'],
  alert: AlertRecord,
  isHeld: TargetBudget['isHeld'],
): Promise<Place> {
  const names = alert.urgency === 'urgent' ? channelsInTurn(alert.handledBy) : [];
  const set = (await Promise.all(names.map(read))).filter((one) => one !== undefined);
  const first: Place = { name: alert.handledBy, target: await read(alert.handledBy) };
  const places: readonly Place[] = [first, ...set.map((target) => ({ name: target.name, target }))];
  const turn = alert.state === 'posted' ? alert.attempts + 1 : Math.max(0, alert.attempts - failuresBeforeSecond + 1);
  const from = turn % places.length;
  const inTurn = [...places.slice(from), ...places.slice(0, from)];
  for (const place of inTurn) if (place.target === undefined || !(await isHeld(place.target))) return place;
  return inTurn[0] ?? first;
}

export function readOnce({ targets }: Pick<LookedAt, 'targets'>): AlertTargets['read'] {
  const known = new Map<TargetName, Promise<AlertTarget | undefined>>();
  return (name) => {
    const target = known.get(name) ?? targets.read(name);
    known.set(name, target);
    return target;
  };
}

/** Whether nothing of a due alert can be posted, since all its channels are held. Rejects with StoreError. */
export function heldInLook(deps: LookedAt, now: Date): (alert: AlertRecord) => Promise<boolean> {
  const { isHeld } = budgetOfLook(deps.budget);
  const read = readOnce(deps);
  return async (alert) => {
    const { target } = await placeOf(read, alert, isHeld);
    if (target === undefined || !(await isHeld(target))) return false;
    if (deps.isStaffed(now) || !isForOnCall(alert)) return true;
    const onCall = await read(onCallChannel(alert.handledBy));
    return onCall === undefined || isHeld(onCall);
  };
}
