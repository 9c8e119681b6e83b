import { z } from 'zod';
import { audiences, summariesFor } from '../concerns/records/permissions.ts';
import type { Day, Week } from '../concerns/terms/calendar.ts';
import { roles } from '../concerns/terms/directory.ts';
import { languages } from '../concerns/terms/language.ts';
import { summaryFormats } from '../concerns/terms/summary-formats.ts';
import { parsePeriod } from '../summary/periods.ts';
import type { Summary } from '../summary/summary.ts';
import { answer, type Definitions } from './definition.ts';

/** A period that can be asked for, by its name in one word and in words. */
export interface OfferedPeriod {
  readonly period: string;
  readonly title: string;
}

/**
 * A summary, or why there is none. `notClosed`: no week of the period is over yet. `notNow`: the server's clock is in
 * doubt. `notSafe`: beside what its readers have had it would let them work out what they may not have; those in `nearest`
 * would not. `damaged`: what stands in the store for one of its weeks are not its figures.
 */
export type SummaryToldOf =
  | { readonly kind: 'summary'; readonly summary: Summary }
  | { readonly kind: 'notClosed'; readonly week: Week; readonly closesOn: Day }
  | { readonly kind: 'notNow' | 'damaged' }
  | { readonly kind: 'notSafe'; readonly nearest: readonly OfferedPeriod[] };

/** The answer to a page that asks for a file of a summary. `base64` are its bytes. */
export type SummaryFileAnswer =
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly base64: string }
  | Exclude<SummaryToldOf, { readonly kind: 'summary' }>;

/** The answer to a page that asks for a summary. */
export interface SummaryAnswer {
  /** The last week that is closed. */
  readonly latest: Week;
  readonly told: SummaryToldOf;
}

/** A period as `periodText` writes it. */
const period = z.string().transform((text, context) => {
  const read = parsePeriod(text);
  if (read === undefined) context.addIssue({ code: 'custom', message: 'no period' });
  return read ?? z.NEVER;
});
/** A summary. Without a period: of the last week that is closed. */
const ofASummary = z.strictObject({
  audience: z.enum(audiences),
  period: period.optional(),
  language: z.enum(languages),
});
const read = {
  /** The roles of which each lets somebody have one summary or another. */
  roles: roles.filter((role) => summariesFor(new Set([role])).length > 0),
  leaves: 'log',
  reads: true,
} as const;

/** The operations by which figures are read. */
export const summaryOperations = {
  'summaries.read': { ...read, body: ofASummary, answer: answer<SummaryAnswer>() },
  'summaries.file': {
    ...read,
    body: ofASummary.extend({ format: z.enum(summaryFormats) }),
    answer: answer<SummaryFileAnswer>(),
  },
} as const satisfies Definitions;
