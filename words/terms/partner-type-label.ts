import type { Language } from '../../core/model/language.ts';
import type { PartnerType } from '../../core/model/report-routes.ts';
import { translateWord } from '../translate-word.ts';
import { caseTermWords } from '../tab/case-terms.ts';
import { partnerTypeWordKeys } from './term-word-keys.ts';

export const partnerTypeLabel = (language: Language, type: PartnerType): string =>
  translateWord(language, caseTermWords[partnerTypeWordKeys[type]]);
