import { otherLanguage, type Language } from '../concerns/terms/language.ts';
import type { Submitted } from './submitted.ts';
import { say } from '../words/cards/say.ts';

/** A button of a card. */
export type Action =
  | {
      readonly type: 'Action.Execute';
      readonly verb: 'candour';
      readonly title: string;
      readonly style?: 'positive' | 'destructive';
      readonly data: { readonly candour: Submitted };
    }
  | { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string };

/** A button that sends something back. */
export const button = (title: string, candour: Submitted, style?: 'positive' | 'destructive'): Action => ({
  type: 'Action.Execute',
  verb: 'candour',
  title,
  ...(style && { style }),
  data: { candour },
});

/** A button that opens an official text in the browser. */
export const link = (title: string, url: string): Action => ({ type: 'Action.OpenUrl', title, url });

/** The title of the button that changes language: the other language by its own name. */
export const languageTitle = (language: Language): string => say(otherLanguage(language), 'common.thisLanguage');

/** The buttons of one card of a flow. Each carries the sealed state, and nothing else of the card does. */
export const moves =
  (token: string) =>
  (title: string, move: string, style?: 'positive' | 'destructive'): Action =>
    button(title, { verb: 'move', move, state: token }, style);
