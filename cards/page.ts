import type { Language } from '../concerns/terms/language.ts';
import type { Action } from './action.ts';
import type { Callout } from './callout.ts';
import type { Field } from './field.ts';
import type { SummaryTable } from './summary-table.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { say } from '../words/cards/say.ts';

/** Words of a line in one style, drawn literally. */
export interface Run {
  readonly text: string;
  readonly strong?: boolean;
}

export interface Section {
  readonly heading?: string;
  readonly text: readonly string[];
  readonly set?: readonly (readonly Run[])[];
  readonly links?: readonly Action[];
}

/**
 * Everything a person is told, from top to bottom. It knows no client: a door draws it. Only answers and fields hold
 * words that someone typed.
 */
export interface Page {
  readonly language: Language;
  readonly heading: string;
  readonly progress?: string;
  readonly warnings?: readonly string[];
  readonly callouts?: readonly Callout[];
  readonly references?: readonly { readonly label: string; readonly value: string }[];
  readonly sections?: readonly Section[];
  /** A choice shows its text on the device and is never sent. */
  readonly reveals?: readonly { readonly title: string; readonly text: readonly string[] }[];
  /** Typed words, drawn as plain text. */
  readonly answers?: readonly { readonly question: string; readonly lines: readonly string[] }[];
  readonly parts?: readonly { readonly answers: NonNullable<Page['answers']>; readonly actions: readonly Action[] }[];
  readonly fields?: readonly Field[];
  readonly figures?: readonly { readonly value: string; readonly label: string }[];
  readonly trends?: readonly { readonly sentence: string; readonly bars: string }[];
  readonly tables?: readonly SummaryTable[];
  readonly links?: readonly Action[];
  readonly actions: readonly Action[];
}

/** A heading and a few paragraphs, without buttons. */
export const textPage = (language: Language, heading: WordKey, ...text: readonly string[]): Page => ({
  language,
  heading: say(language, heading),
  sections: [{ text }],
  actions: [],
});
