import type { Page } from '../../../../cards/page.ts';
import type { Language } from '../../../../core/model/language.ts';
import { translate } from '../../../../words/cards/translate.ts';

/** A page that thanks. */
export const thanksPage = ({ language }: { readonly language: Language }): Page => ({
  language,
  heading: translate(language, 'notice.foreign'),
  sections: [],
  actions: [],
});
