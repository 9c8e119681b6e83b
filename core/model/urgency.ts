import type { Answers } from './questions.ts';

export type Urgency = 'urgent' | 'standard';

/** An adult at risk counts unless no one is at risk now. */
export function urgencyFromAnswers({ risk, childAtRisk, adultAtRisk }: Answers): Urgency {
  const isUrgent = risk === 'yes' || childAtRisk === 'yes' || (adultAtRisk === 'yes' && risk !== 'no');
  return isUrgent ? 'urgent' : 'standard';
}

/** A handler may raise what its reporter did not call urgent; what a reporter once called urgent stays so said. */
export const isUrgencyReported = ({
  urgency,
  urgencyRaised,
  wasUrgent,
}: {
  readonly urgency: Urgency;
  readonly urgencyRaised?: object | undefined;
  readonly wasUrgent?: 'reported' | 'raised' | undefined;
}): boolean => wasUrgent === 'reported' || (urgency === 'urgent' && urgencyRaised === undefined);
