import type { Answers } from './questions.ts';
import type { Route } from './routes.ts';
import { standingAnswers } from './steps.ts';

/**
 * Whether the person who reports was told it by someone, and has not said that it was passed on to the local authority
 * or need not be. An organisation was told everything that it passes on, and has a duty of its own.
 */
export function mayHaveToPassOn(answers: Answers, route: Route = 'staff'): boolean {
  const { known, passedOn, toldElse } = standingAnswers(answers, route);
  if (route === 'hub') return toldElse?.split(',').includes('lado') !== true;
  return known === 'told' && passedOn !== 'yes' && passedOn !== 'neither';
}
