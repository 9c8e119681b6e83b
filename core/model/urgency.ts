import type { Answers } from './questions.ts';
import type { PersonId } from './roles.ts';

export type Urgency = 'urgent' | 'standard';

/** An adult at risk counts unless no one is at risk now. */
export function urgencyFromAnswers({ risk, childAtRisk, adultAtRisk }: Answers): Urgency {
  const isUrgent = risk === 'yes' || childAtRisk === 'yes' || (adultAtRisk === 'yes' && risk !== 'no');
  return isUrgent ? 'urgent' : 'standard';
}

interface UrgencyState {
  readonly urgency: Urgency;
  readonly urgencyRaised?: { readonly by: PersonId } | undefined;
  readonly wasUrgent?: 'reported' | 'raised' | undefined;
}

/** A handler may raise what its reporter did not call urgent; what a reporter once called urgent stays so said. */
export const isUrgencyReported = ({ urgency, urgencyRaised, wasUrgent }: UrgencyState): boolean =>
  wasUrgent === 'reported' || (urgency === 'urgent' && urgencyRaised === undefined);

/** Their own raising, once a case: each raising sends an alert, and nobody raises and lowers one again and again. */
export const mayLowerAlone = (state: UrgencyState, by: PersonId): boolean =>
  state.wasUrgent === undefined && state.urgencyRaised?.by === by;
