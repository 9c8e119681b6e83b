import type { Language } from '../core/model/language.ts';
import type { Contacts } from '../words/contacts.ts';

const placeholderValues = {
  force: ({ forceName }: Contacts, language: Language) => forceName[language],
  emergency: ({ emergency }: Contacts) => emergency,
  victims: ({ victims }: Contacts, language: Language) => victims[language],
  victimUnit: ({ victimUnit }: Contacts, language: Language) => victimUnit[language],
  helpline: ({ helpline }: Contacts, language: Language) => helpline[language],
  helplinePhone: ({ helplinePhone }: Contacts) => helplinePhone,
  crimestoppers: ({ crimestoppers }: Contacts) => crimestoppers,
  federationProgramme: ({ federationProgramme }: Contacts, language: Language) => federationProgramme[language],
  reserve: ({ reserve }: Contacts, language: Language) => reserve[language],
  custodians: ({ custodians }: Contacts, language: Language) => custodians[language],
} as const satisfies Readonly<Record<string, (contacts: Contacts, language: Language) => string>>;

type Placeholder = keyof typeof placeholderValues;
const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(placeholderValues, name);

export const placeholderNames: readonly string[] = Object.keys(placeholderValues);

const placeholderPattern = /\{([^{}]*)\}/gu;

export const findPlaceholders = (text: string): readonly string[] =>
  [...text.matchAll(placeholderPattern)].map(([, name = '']) => name);

export function findStrayBraces(text: string): string | undefined {
  const unknown = findPlaceholders(text).find((name) => !isPlaceholder(name));
  if (unknown !== undefined) return `{${unknown}}`;
  return /[{}]/u.exec(text.replaceAll(placeholderPattern, ''))?.[0];
}

export const fillPlaceholders = (text: string, language: Language, contacts: Contacts): string =>
  text.replaceAll(placeholderPattern, (whole, name: string) =>
    isPlaceholder(name) ? placeholderValues[name](contacts, language) : whole,
  );
