import type { Language } from '../core/model/language.ts';
import type { Contacts } from '../words/contacts.ts';

const values = {
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

type Placeholder = keyof typeof values;
const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(values, name);

export const placeholders: readonly string[] = Object.keys(values);

const inBraces = /\{([^{}]*)\}/gu;

export const placeholdersIn = (text: string): readonly string[] =>
  [...text.matchAll(inBraces)].map(([, name = '']) => name);

export function strayBraces(text: string): string | undefined {
  const unknown = placeholdersIn(text).find((name) => !isPlaceholder(name));
  if (unknown !== undefined) return `{${unknown}}`;
  return /[{}]/u.exec(text.replaceAll(inBraces, ''))?.[0];
}

export const filledIn = (text: string, language: Language, contacts: Contacts): string =>
  text.replaceAll(inBraces, (whole, name: string) => (isPlaceholder(name) ? values[name](contacts, language) : whole));
