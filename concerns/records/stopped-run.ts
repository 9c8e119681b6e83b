import { z } from 'zod';
import { type DeliveryTally, failureReasons } from './delivery-part.ts';

const stopReasons = [...failureReasons, 'gone', 'notKnown'] as const;
export const stopReasonSchema = z.enum(stopReasons);
export type StopReason = z.infer<typeof stopReasonSchema>;

/** The people tried before a run stops by itself: one bad address or hour must not stop it. */
export const mostForNothing = 100;

const peopleBy = ({ failed, gone, notKnown }: DeliveryTally): Readonly<Record<StopReason, number>> => ({
  refused: failed.refused ?? 0,
  busy: failed.busy ?? 0,
  unreachable: failed.unreachable ?? 0,
  unreadable: failed.unreadable ?? 0,
  gone,
  notKnown,
});

export function triedIn(tally: DeliveryTally): number {
  const people = peopleBy(tally);
  return stopReasons.reduce((sum, reason) => sum + people[reason], 0);
}

/** Why a run is to stop: a hundred people since it last went on, and not one known to have the message. */
export function stopFor(tally: DeliveryTally, triedBefore = 0): StopReason | undefined {
  if (tally.sent > 0) return undefined;
  if (triedIn(tally) - triedBefore < mostForNothing) return undefined;
  const people = peopleBy(tally);
  const [why] = stopReasons.toSorted((one, other) => people[other] - people[one]);
  return why;
}
