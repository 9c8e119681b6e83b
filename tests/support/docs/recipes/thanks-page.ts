import type { Page } from '../../../../cards/page.ts';
import type { Language } from '../../../../concerns/terms/language.ts';
import { say } from '../../../../words/cards/say.ts';

/** A page that thanks. */
export const thanksPage = ({ language }: { readonly language: Language }): Page => ({
  language,
  heading: say(language, 'notice.foreign'),
  sections: [],
  actions: [],
});
