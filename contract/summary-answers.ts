import type { Day, Week } from '../concerns/terms/calendar.ts';
import type { Summary } from '../summary/summary.ts';

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
