import type { Refusal } from '../../contract/answers.ts';
import { refusalText } from '../parts/refusal-text.ts';
import type { Tab } from '../parts/tab-context.ts';

/** Why a question was refused. A count that is not done in time goes on from what it has, and nothing was to be saved. */
export function refusedWords(say: Tab['say'], refusal: Refusal): string {
  switch (refusal.code) {
    case 'unconfirmed':
      return say('summaries.slow');
    case 'odd':
      return say('summaries.old');
    case 'refused':
      return say('summaries.noAccess');
    default:
      return refusalText(say, refusal);
  }
}
