import { isBlank } from '../../concerns/terms/blank.ts';
import type { Tab } from './tab-context.ts';
import type { FieldProblem } from './form-fields.ts';

/** The most that one text of a handler holds, in UTF-16 units: a report's own account holds no more. */
const longestWords = 8000;

/**
 * The problem with words that somebody typed; `needed` says in words that they are missing, and is left out where they
 * may be.
 */
export function wordsProblem(say: Tab['say'], field: string, text: string, needed?: string): readonly FieldProblem[] {
  const over = text.trim().length - longestWords;
  if (over > 0) return [{ field, text: say('case.tooLong', { count: over }) }];
  return isBlank(text) && needed !== undefined ? [{ field, text: needed }] : [];
}
