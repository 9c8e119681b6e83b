import { z } from 'zod';
import { type CaseId, parseCaseId } from '../terms/case-id.ts';
import { type Day, parseDay, parseWeek, type Week } from '../terms/calendar.ts';

const parsed =
  <T>(parse: (text: string) => T | undefined, what: string) =>
  (text: string, context: z.core.$RefinementCtx<string>): T => {
    const value = parse(text);
    if (value === undefined) context.addIssue(`not a ${what}`);
    return value ?? z.NEVER;
  };

/** The reference of a case, a day and a week, as records, seals and answers have them. Apart from the record, which is far larger: a page that reports reads these alone. */
export const caseIdSchema = z.string().transform(parsed<CaseId>(parseCaseId, 'case reference'));
export const daySchema = z.string().transform(parsed<Day>(parseDay, 'day'));
export const weekSchema = z.string().transform(parsed<Week>(parseWeek, 'week'));

/**
 * How many months after a case is closed whoever reported is asked whether they were treated worse because of it. Such
 * treatment is rarely there on the first day, and rarely begins after half a year.
 */
export const detrimentMonths = [1, 3, 6] as const;
export type DetrimentMonths = (typeof detrimentMonths)[number];
