import { z } from 'zod';
import { type DeliveryTally, failureReasons } from './delivery-part.ts';

/** The outcomes for which a run stops by itself where nobody has any other. */
const stopReasons = [...failureReasons, 'gone', 'notKnown'] as const;
export const stopReasonSchema = z.enum(stopReasons);
export type StopReason = z.infer<typeof stopReasonSchema>;

/** So many people are tried before a run stops by itself: with one bad address or one bad hour nobody is kept waiting. */
export const mostForNothing = 100;

const peopleBy = ({ failed, gone, notKnown }: DeliveryTally): Readonly<Record<StopReason, number>> => ({
  refused: failed.refused ?? 0,
  busy: failed.busy ?? 0,
  unreachable: failed.unreachable ?? 0,
  unreadable: failed.unreadable ?? 0,
  gone,
  notKnown,
});

/** How many people did not get the message, or may not have. Whoever opted out was not tried. */
export function triedIn(tally: DeliveryTally): number {
  const people = peopleBy(tally);
  return stopReasons.reduce((sum, reason) => sum + people[reason], 0);
}

/**
 * Why a run is to stop, by what became of its people: a hundred since somebody last had it go on, and not one who is known
 * to have the message. `undefined` as long as one has it.
 */
export function stopFor(tally: DeliveryTally, triedBefore = 0): StopReason | undefined {
  if (tally.sent > 0) return undefined;
  if (triedIn(tally) - triedBefore < mostForNothing) return undefined;
  const people = peopleBy(tally);
  const [why] = stopReasons.toSorted((one, other) => people[other] - people[one]);
  return why;
}
