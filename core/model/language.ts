export const languages = ['en', 'cy'] as const;
export type Language = (typeof languages)[number];

export const otherLanguage = (language: Language): Language => (language === 'en' ? 'cy' : 'en');

export const languageFromLocale = (locale: string | undefined): Language =>
  locale?.toLowerCase().startsWith('cy') ? 'cy' : 'en';
