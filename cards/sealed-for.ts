import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';

/** The words above the keys that a page seals to: what they are called, and what to do with them. */
export const sealedFor = (language: Language): { readonly heading: string; readonly why: string } => ({
  heading: say(language, 'report.sealedFor'),
  why: say(language, 'report.sealedForWhy'),
});
