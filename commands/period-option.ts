import { z } from 'zod';
import { parsePeriod } from '../summary/periods.ts';

/** A period as an argument of a command: `2026-Q4`, `2026-27`. */
export const periodSchema = z.string().transform((text, context) => {
  const period = parsePeriod(text);
  if (period === undefined) context.addIssue('not a period');
  return period ?? z.NEVER;
});
