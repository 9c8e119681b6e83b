import type { Language } from '../concerns/terms/language.ts';
import type { Action } from './action.ts';
import type { Callout } from './callout.ts';
import type { Field } from './field.ts';
import type { SummaryTable } from './summary-table.ts';

/** Words of a line that are set alike, drawn as they are, whatever a client would make of them. */
export interface Run {
  readonly text: string;
  readonly strong?: boolean;
}

/** A few paragraphs, under a heading or without one, and the links and buttons that belong to them, one below the other. */
export interface Section {
  readonly heading?: string;
  readonly text: readonly string[];
  /** Paragraphs that are set word for word, below the others. */
  readonly set?: readonly (readonly Run[])[];
  readonly links?: readonly Action[];
}

/**
 * Everything that is said to somebody, from top to bottom, in words of ours alone but for answers and fields. It knows
 * no client: a door turns it into what its client shows.
 */
export interface Page {
  readonly language: Language;
  readonly heading: string;
  readonly progress?: string;
  /** Who alone may read this. */
  readonly warnings?: readonly string[];
  readonly callouts?: readonly Callout[];
  /** A reference or a code, to be written down. */
  readonly references?: readonly { readonly label: string; readonly value: string }[];
  readonly sections?: readonly Section[];
  /**
   * Choices, each with what is said to it. Whoever presses one reads that below it, and nothing is sent: the choice does
   * not leave the device.
   */
  readonly reveals?: readonly { readonly title: string; readonly text: readonly string[] }[];
  /** A person's words, as lines that are drawn as plain text. */
  readonly answers?: readonly { readonly question: string; readonly lines: readonly string[] }[];
  /** Answers that are changed together, with the button for it beside them. */
  readonly parts?: readonly { readonly answers: NonNullable<Page['answers']>; readonly actions: readonly Action[] }[];
  readonly fields?: readonly Field[];
  /** A few numbers to be seen at once, two in a row, each with what it counts. */
  readonly figures?: readonly { readonly value: string; readonly label: string }[];
  /** A figure over time: a sentence with all its numbers, and the same as bars of text. */
  readonly trends?: readonly { readonly sentence: string; readonly bars: string }[];
  /** Figures, of a few columns each so that they read on a phone. */
  readonly tables?: readonly SummaryTable[];
  /** Buttons in the body, two in a row, for ways that are not the page's own next step. */
  readonly links?: readonly Action[];
  readonly actions: readonly Action[];
}
