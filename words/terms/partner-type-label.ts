import type { Language } from '../../core/model/language.ts';
import type { PartnerType } from '../../core/model/routes.ts';
import { sayWord } from '../translate.ts';
import { statusInCaseWords } from '../tab/status-in-case.ts';
import { partnerTypeWords } from './term-labels.ts';

export const partnerTypeText = (language: Language, type: PartnerType): string =>
  sayWord(language, statusInCaseWords[partnerTypeWords[type]]);
