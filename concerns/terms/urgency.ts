import type { Answers } from './questions.ts';

export type Urgency = 'urgent' | 'standard';
/** Who handles a case: the unit, or the reserve outside it when the unit itself may be concerned. */
export type HandledBy = 'acu' | 'reserve';

/**
 * Somebody at risk now makes a report urgent. So does a child at risk, always, and an adult at risk wherever it is not said
 * that nobody is at risk now: an organisation is asked that as well.
 */
export function urgencyOf({ risk, childAtRisk, adultAtRisk }: Answers): Urgency {
  const isUrgent = risk === 'yes' || childAtRisk === 'yes' || (adultAtRisk === 'yes' && risk !== 'no');
  return isUrgent ? 'urgent' : 'standard';
}

/** Anything but a clear "no" goes to the reserve first: it can be handed to the unit later, never taken back from it. */
export const handledByOf = (answers: Answers): HandledBy => (answers.conflict === 'no' ? 'acu' : 'reserve');
