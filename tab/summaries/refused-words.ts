import type { Refusal } from '../../contract/answers.ts';
import { refusalText } from '../parts/refusal-text.ts';
import type { Tab } from '../parts/tab-context.ts';

/** A read saves nothing, and a slow count goes on by itself, so "unconfirmed" has its own words. */
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
