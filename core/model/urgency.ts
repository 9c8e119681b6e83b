import type { Answers } from './questions.ts';

export type Urgency = 'urgent' | 'standard';

/** An adult at risk counts unless no one is at risk now. */
export function urgencyFromAnswers({ risk, childAtRisk, adultAtRisk }: Answers): Urgency {
  const isUrgent = risk === 'yes' || childAtRisk === 'yes' || (adultAtRisk === 'yes' && risk !== 'no');
  return isUrgent ? 'urgent' : 'standard';
}
