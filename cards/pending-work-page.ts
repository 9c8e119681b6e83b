import type { Language } from '../core/model/language.ts';
import { translate } from '../words/cards/translate.ts';
import { link } from './page.ts';
import type { Page } from './page.ts';

export const pendingWorkPage = ({
  language,
  tab,
}: {
  readonly language: Language;
  readonly tab?: string | undefined;
}): Page => ({
  language,
  heading: translate(language, 'waiting.heading'),
  sections: [{ text: [translate(language, 'waiting.where'), translate(language, 'waiting.off')] }],
  actions: tab === undefined ? [] : [link(translate(language, 'waiting.open'), tab)],
});

/** Notifications show this even on a locked phone. */
export const pendingWorkSummary = (language: Language): string => translate(language, 'waiting.heading');
