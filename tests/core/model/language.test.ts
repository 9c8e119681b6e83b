import { describe, expect, it } from '@jest/globals';
import { languageFromLocale, languages, otherLanguage } from '../../../core/model/language.ts';

describe('the language', () => {
  it('switches to the other one and back', () => {
    expect(languages.map(otherLanguage)).toEqual(['cy', 'en']);
  });

  it('is that of the locale, English where that is missing or another', () => {
    expect(['cy-GB', 'CY', 'cy'].map(languageFromLocale)).toEqual(['cy', 'cy', 'cy']);
    expect(['en-GB', 'fr-FR', '', undefined].map(languageFromLocale)).toEqual(['en', 'en', 'en', 'en']);
  });
});
