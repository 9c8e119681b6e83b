import { standingAnswers } from './steps.ts';
import type { Answers } from './questions.ts';

/**
 * Whether whoever reports was told it by somebody, and has not said that it was passed on to the local authority where it
 * has to be, or that it does not have to be.
 */
export function mayHaveToPassOn(answers: Answers): boolean {
  const { known, passedOn } = standingAnswers(answers);
  return known === 'told' && passedOn !== 'yes' && passedOn !== 'neither';
}
