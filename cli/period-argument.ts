import { z } from 'zod';
import type { Day } from '../core/model/calendar.ts';
import { parsePeriod } from '../summary/figures/periods.ts';

export const periodSchema = z.string().transform((text, context) => {
  const period = parsePeriod(text);
  if (period === undefined) context.addIssue('not a period');
  return period ?? z.NEVER;
});

export const clockUntrustedSentence =
  'The clocks of this machine and of the store disagree, so Candour counts no week. Set this machine’s clock.';

export const periodNotOverSentence = (closesOn: Day, hasBegun: boolean): string =>
  hasBegun
    ? `The period is not over yet. Candour can count it on ${closesOn}, from 01:00. With --so-far it counts the weeks that are over, and says so.`
    : `No week of the period is over yet. Candour can count the first on ${closesOn}, from 01:00.`;
