import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';

export const sealedFor = (language: Language): { readonly heading: string; readonly why: string } => ({
  heading: say(language, 'report.sealedFor'),
  why: say(language, 'report.sealedForWhy'),
});
