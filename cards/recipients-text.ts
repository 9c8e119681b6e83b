import type { Language } from '../core/model/language.ts';
import { translate } from '../words/cards/translate.ts';

export const recipientsText = (language: Language): { readonly heading: string; readonly why: string } => ({
  heading: translate(language, 'report.sealedFor'),
  why: translate(language, 'report.sealedForWhy'),
});
