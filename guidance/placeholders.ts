import type { Language } from '../concerns/terms/language.ts';
import type { Contacts } from '../words/contacts.ts';

/** The names that a text may have in braces, each filled in from the contacts that a force sets. */
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

/** The names that a text may have in braces. */
export const placeholders: readonly string[] = Object.keys(values);

const inBraces = /\{([^{}]*)\}/gu;

/** The names in braces in a text, as they stand there. */
export const placeholdersIn = (text: string): readonly string[] =>
  [...text.matchAll(inBraces)].map(([, name = '']) => name);

/** The first braces in a text that stand for nothing; `undefined` where there are none. */
export function strayBraces(text: string): string | undefined {
  const unknown = placeholdersIn(text).find((name) => !isPlaceholder(name));
  if (unknown !== undefined) return `{${unknown}}`;
  return /[{}]/u.exec(text.replaceAll(inBraces, ''))?.[0];
}

/** A text with what its names stand for. Braces that stand for nothing stay. */
export const filledIn = (text: string, language: Language, contacts: Contacts): string =>
  text.replaceAll(inBraces, (whole, name: string) => (isPlaceholder(name) ? values[name](contacts, language) : whole));
