import { otherLanguage, type Language } from '../concerns/terms/language.ts';
import type { Submitted } from './submitted.ts';
import { say } from '../words/cards/say.ts';

/** A button that sends something back, with what stands in the fields of its page. */
export interface Button {
  readonly title: string;
  readonly style?: 'positive' | 'destructive';
  readonly sends: Submitted;
  /** Values that it sends beside, as if they stood in fields of the page. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** Anything that can be pressed on a page: a button, or a link that opens in the browser. */
export type Action = Button | { readonly title: string; readonly url: string };

/** The longest title of a button, in characters: a longer one does not fit a phone. */
export const longestButton = 30;

/** A button that sends something back. */
export const button = (title: string, sends: Submitted, style?: Button['style']): Button => ({
  title,
  ...(style && { style }),
  sends,
});

/** A button that opens an official text in the browser. */
export const link = (title: string, url: string): Action => ({ title, url });

/** The title of the button that changes language: the other language by its own name. */
export const languageTitle = (language: Language): string => say(otherLanguage(language), 'common.thisLanguage');

/** The buttons of one page of a flow. Each carries the sealed state, and nothing else of the page does. */
export const moves =
  (language: Language, token: string) =>
  (title: string, move: string, style?: Button['style']): Button =>
    button(title, { verb: 'move', move, state: token, language }, style);
