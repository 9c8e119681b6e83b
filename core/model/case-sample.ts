import { z } from 'zod';
import { addDays, addMonths, type Day, parseDay } from './calendar.ts';
import { caseIdSchema } from './base-schemas.ts';
import type { CaseId } from './case-id.ts';
import type { PersonId } from './roles.ts';
import type { RandomSource } from './calendar.ts';

export const monthSchema = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u)
  .brand<'Month'>();
export type Month = z.infer<typeof monthSchema>;

/** Cases that are shown of a sample. */
export const sampleSize = 10;
/**
 * More are drawn than are shown, in an order: one that its viewer may not see, then or later, makes room for the next, so
 * that no gap tells of it.
 */
const maxSampledCases = 5 * sampleSize;

export const caseSampleSchema = z.object({
  month: monthSchema,
  cases: z.array(caseIdSchema).max(maxSampledCases).readonly(),
});
export type CaseSample = z.infer<typeof caseSampleSchema>;

export interface RecordedSample extends CaseSample {
  readonly by: PersonId;
  readonly at: string;
}

export const toMonth = (day: Day): Month => monthSchema.parse(day.slice(0, 7));

/** Throws RangeError for a year that the calendar does not have. */
export function daysOfMonth(month: Month): { readonly from: Day; readonly to: Day } {
  const from = parseDay(`${month}-01`);
  if (from === undefined) throw new RangeError('no month');
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** Only a month that is over: no case can be closed in it any more. */
export const isMonthOver = (month: Month, today: Day): boolean => month < toMonth(today);

const wordRange = 2 ** 32;

/** Below `limit`; draws again rather than prefer a number. */
function randomBelow(limit: number, random: RandomSource): number {
  const fair = wordRange - (wordRange % limit);
  for (;;) {
    const [number = 0] = new Uint32Array(new Uint8Array(random(4)).buffer);
    if (number < fair) return number % limit;
  }
}

/** A random selection, in random order. */
export function drawCases(from: readonly CaseId[], random: RandomSource): readonly CaseId[] {
  const left = [...from];
  const drawn: CaseId[] = [];
  while (drawn.length < maxSampledCases && left.length > 0)
    drawn.push(...left.splice(randomBelow(left.length, random), 1));
  return drawn;
}
