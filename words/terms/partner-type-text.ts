import type { Language } from '../../concerns/terms/language.ts';
import type { PartnerType } from '../../concerns/terms/routes.ts';
import { sayWord } from '../say-word.ts';
import { statusInCaseWords } from '../tab/status-in-case.ts';
import { partnerTypeWords } from './term-words.ts';

export const partnerTypeText = (language: Language, type: PartnerType): string =>
  sayWord(language, statusInCaseWords[partnerTypeWords[type]]);
