import { isBlank } from '../../concerns/terms/blank.ts';
import type { Tab } from './tab-context.ts';
import type { FieldProblem } from './form-fields.ts';

/** In UTF-16 units, as much as a report's own account. */
const longestWords = 8000;

/** `needed` says that they are missing; leave it out if they may be. */
export function wordsProblem(say: Tab['say'], field: string, text: string, needed?: string): readonly FieldProblem[] {
  const over = text.trim().length - longestWords;
  if (over > 0) return [{ field, text: say('case.tooLong', { count: over }) }];
  return isBlank(text) && needed !== undefined ? [{ field, text: needed }] : [];
}
