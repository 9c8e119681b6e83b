import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import { link } from './action.ts';
import type { Page } from './page.ts';

/** The line to one person that something waits for them, with a way to the tab where that has an address. */
export const waitingPage = ({
  language,
  tab,
}: {
  readonly language: Language;
  /** The tab's address, the same for everybody. */
  readonly tab?: string | undefined;
}): Page => ({
  language,
  heading: say(language, 'waiting.heading'),
  sections: [{ text: [say(language, 'waiting.where'), say(language, 'waiting.off')] }],
  actions: tab === undefined ? [] : [link(say(language, 'waiting.open'), tab)],
});

/** The text that notifications show of it, also on a locked phone: the line and no more. */
export const waitingSummary = (language: Language): string => say(language, 'waiting.heading');
