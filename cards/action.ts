import { otherLanguage, type Language } from '../concerns/terms/language.ts';
import type { Submitted } from './submitted.ts';
import { say } from '../words/cards/say.ts';

export interface Button {
  readonly title: string;
  readonly style?: 'positive' | 'destructive';
  readonly sends: Submitted;
  readonly beside?: Readonly<Record<string, string>>;
}

export type Action = Button | { readonly title: string; readonly url: string };

/** In characters: a longer title does not fit a phone. */
export const longestButton = 30;

export const button = (title: string, sends: Submitted, style?: Button['style']): Button => ({
  title,
  ...(style && { style }),
  sends,
});

export const link = (title: string, url: string): Action => ({ title, url });

export const languageTitle = (language: Language): string => say(otherLanguage(language), 'common.thisLanguage');

/** The buttons of one page of a flow: each carries the sealed state and its verb. */
export const moves =
  (language: Language, token: string) =>
  (title: string, move: string, style?: Button['style']): Button =>
    button(title, { verb: 'move', move, state: token, language }, style);
