import type { Answers } from './questions.ts';

export type Urgency = 'urgent' | 'standard';
export type HandledBy = 'acu' | 'reserve';

/** An adult at risk counts unless no one is at risk now. */
export function urgencyFromAnswers({ risk, childAtRisk, adultAtRisk }: Answers): Urgency {
  const isUrgent = risk === 'yes' || childAtRisk === 'yes' || (adultAtRisk === 'yes' && risk !== 'no');
  return isUrgent ? 'urgent' : 'standard';
}

/** Anything but a clear "no" goes to the reserve: it can be handed to the unit later, never taken back. */
export const handledByFromAnswers = (answers: Answers): HandledBy => (answers.conflict === 'no' ? 'acu' : 'reserve');
