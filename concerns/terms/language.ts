/** The languages of Candour. Both are equal: every word a person reads exists in each. */
export const languages = ['en', 'cy'] as const;
export type Language = (typeof languages)[number];

/** The language that the switch on a card leads to. */
export const otherLanguage = (language: Language): Language => (language === 'en' ? 'cy' : 'en');

/** The language of a client's locale, `en` where it is missing or another one. */
export const languageOfLocale = (locale: string | undefined): Language =>
  locale?.toLowerCase().startsWith('cy') ? 'cy' : 'en';
