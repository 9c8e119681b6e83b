import { type Language, otherLanguage } from '../core/model/language.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { translate } from '../words/cards/translate.ts';
import type { SubmittedAction } from './submitted-action.ts';

/** Everything that a person reads, from top to bottom. Only answers and fields hold words that someone typed. */
export interface Page {
  readonly language: Language;
  readonly heading: string;
  readonly progress?: string;
  readonly warnings?: readonly string[];
  readonly callouts?: readonly Callout[];
  readonly references?: readonly Reference[];
  readonly sections?: readonly Section[];
  /** A choice shows its text on the device and is never sent. */
  readonly reveals?: readonly { readonly title: string; readonly text: readonly string[] }[];
  /** Rendered as plain text. */
  readonly answers?: readonly { readonly question: string; readonly lines: readonly string[] }[];
  readonly parts?: readonly { readonly answers: NonNullable<Page['answers']>; readonly actions: readonly Action[] }[];
  readonly fields?: readonly Field[];
  /** Lines below the fields, which need not wait for them. */
  readonly after?: readonly string[];
  readonly figures?: readonly { readonly value: string; readonly label: string }[];
  readonly trends?: readonly { readonly sentence: string; readonly bars: string }[];
  readonly tables?: readonly PageTable[];
  readonly links?: readonly Action[];
  readonly actions: readonly Action[];
}

export interface Section {
  readonly heading?: string;
  readonly text: readonly string[];
  readonly set?: readonly (readonly TextRun[])[];
  readonly links?: readonly Action[];
}

/** Rendered literally. */
export interface TextRun {
  readonly text: string;
  readonly strong?: boolean;
}

export interface Callout {
  readonly style: 'attention' | 'warning' | 'accent' | 'good' | 'emphasis';
  readonly heading: string;
  readonly text: readonly string[];
  readonly words?: readonly string[];
  readonly links?: readonly Action[];
  /** For a summary of problems: the ids of the fields that each line of `text` is about, so that a page leads there. */
  readonly fields?: readonly (string | undefined)[];
}

export interface FieldChoice {
  readonly title: string;
  readonly value: string;
}

export interface Field {
  readonly id: string;
  readonly label: string;
  /** Text, or the chosen values separated by commas. */
  readonly value: string;
  readonly problems: readonly string[];
  readonly hint?: string;
  readonly input: // Without a longest length: a client cuts what is pasted over it, and says nothing.
    | { readonly kind: 'text'; readonly isMultiline: boolean }
    | {
        readonly kind: 'choice';
        readonly style: 'expanded' | 'compact';
        readonly isMultiSelect: boolean;
        readonly choices: readonly FieldChoice[];
      };
}

export interface Reference {
  readonly label: string;
  readonly value: string;
  /** The same in words, rendered above it. */
  readonly words?: string;
}

export interface PageTable {
  readonly title: string;
  /** The first is the heading of the row labels. */
  readonly columns: readonly string[];
  /** As many cells as `columns`, the label first. */
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

export interface Button {
  readonly title: string;
  readonly style?: 'positive' | 'destructive';
  readonly sends: SubmittedAction;
  readonly beside?: Readonly<Record<string, string>>;
}

export type Action = Button | { readonly title: string; readonly url: string };

/** In characters: a longer title does not fit a phone. */
export const maxButtonTitle = 30;

export const button = (title: string, sends: SubmittedAction, style?: Button['style']): Button => ({
  title,
  ...(style && { style }),
  sends,
});

export const link = (title: string, url: string): Action => ({ title, url });

export const otherLanguageTitle = (language: Language): string =>
  translate(otherLanguage(language), 'common.thisLanguage');

export const createMoveButtonFactory =
  (language: Language, token: string) =>
  (title: string, move: string, style?: Button['style']): Button =>
    button(title, { verb: 'move', move, state: token, language }, style);

/** Puts an invisible word joiner between braces: a client replaces `{{DATE(…)}}` even in TextRuns. */
export const escapeClientMarkup = (text: string): string => text.replace(/\{(?=\{)/gu, '{\u2060');

export const plainLines = (text: string): readonly string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .filter((line) => line.trim() !== '')
    .map(escapeClientMarkup);

export const textPage = (language: Language, heading: WordKey, ...text: readonly string[]): Page => ({
  language,
  heading: translate(language, heading),
  sections: [{ text }],
  actions: [],
});
