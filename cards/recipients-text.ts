import type { Language } from '../core/model/language.ts';
import { say } from '../words/cards/translate.ts';

export const sealedFor = (language: Language): { readonly heading: string; readonly why: string } => ({
  heading: say(language, 'report.sealedFor'),
  why: say(language, 'report.sealedForWhy'),
});
