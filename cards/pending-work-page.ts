import type { Language } from '../core/model/language.ts';
import { say } from '../words/cards/translate.ts';
import { link } from './page.ts';
import type { Page } from './page.ts';

export const waitingPage = ({
  language,
  tab,
}: {
  readonly language: Language;
  readonly tab?: string | undefined;
}): Page => ({
  language,
  heading: say(language, 'waiting.heading'),
  sections: [{ text: [say(language, 'waiting.where'), say(language, 'waiting.off')] }],
  actions: tab === undefined ? [] : [link(say(language, 'waiting.open'), tab)],
});

/** Notifications show this even on a locked phone. */
export const waitingSummary = (language: Language): string => say(language, 'waiting.heading');
