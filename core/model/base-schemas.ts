import { z } from 'zod';
import { type CaseId, parseCaseId } from './case-id.ts';
import { type Day, parseDay, parseWeek, type Week } from './calendar.ts';

const parseTransform =
  <T>(parse: (text: string) => T | undefined, what: string) =>
  (text: string, context: z.core.$RefinementCtx<string>): T => {
    const value = parse(text);
    if (value === undefined) context.addIssue(`not a ${what}`);
    return value ?? z.NEVER;
  };

/** Apart from the record, which is far larger: a reporter's page reads these alone. */
export const caseIdSchema = z.string().transform(parseTransform<CaseId>(parseCaseId, 'case reference'));
export const daySchema = z.string().transform(parseTransform<Day>(parseDay, 'day'));
export const weekSchema = z.string().transform(parseTransform<Week>(parseWeek, 'week'));

/**
 * Months after the close at which the reporter is asked whether they were treated worse: rarely on the first day, and
 * rarely after half a year.
 */
export const detrimentMonths = [1, 3, 6] as const;
export type DetrimentMonths = (typeof detrimentMonths)[number];
