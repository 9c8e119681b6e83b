import type { Language } from '../core/model/language.ts';
import type { Contacts } from '../words/contacts.ts';
import { type Action, type Callout, link, type Section } from './page.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { say } from '../words/cards/translate.ts';

function linksTo(language: Language, contact: string): readonly Action[] {
  const address = contactAddress(contact);
  if (address === undefined) return [];
  const spoken = spokenAddress(contact, address);
  const title = address.startsWith('tel:')
    ? say(language, 'ways.call', { number: spoken })
    : say(language, 'ways.open', { address: spoken });
  return [link(title, address)];
}

const way = (language: Language, text: string, contact: string): Section => ({
  text: [text],
  links: linksTo(language, contact),
});

export const emergencyLinks = (language: Language, contacts: Contacts): readonly Action[] =>
  linksTo(language, contacts.emergency);

export const emergencyWay = (language: Language, { emergency }: Contacts): Section =>
  way(language, say(language, 'ways.emergency', { emergency }), emergency);

export const supportLinks = (language: Language, phone: string | undefined): readonly Action[] =>
  phone === undefined ? [] : linksTo(language, phone);

export const adviceWay = (language: Language, { federation }: Contacts): Section =>
  federation === undefined
    ? { text: [say(language, 'ways.anyFederation')] }
    : way(language, say(language, 'ways.federation', { federation: federation[language] }), federation[language]);

/** Contacts that are not set are left out. */
export const outsideWays = (language: Language, { crimestoppers, iopc }: Contacts): readonly Section[] => [
  way(language, say(language, 'ways.crimestoppers', { number: crimestoppers }), crimestoppers),
  ...(iopc === undefined ? [] : [way(language, say(language, 'ways.iopc', { number: iopc }), iopc)]),
];

export const shortHint = (language: Language, hint: WordKey, contacts: Contacts): string =>
  [
    say(language, hint, { reserve: contacts.reserve[language] }),
    ...outsideWays(language, contacts).flatMap(({ text }) => text),
  ].join(' ');

/** Contacts that are not set are left out. */
export function waysOut(language: Language, contacts: Contacts): readonly Section[] {
  const { victimsPhone } = contacts;
  const victims = contacts.victims[language];
  return [
    emergencyWay(language, contacts),
    // Before the numbers: a call leaves a trace at once.
    { text: [say(language, 'ways.ownDevice')] },
    ...outsideWays(language, contacts),
    ...(victimsPhone === undefined
      ? []
      : [way(language, say(language, 'ways.victims', { victims, phone: victimsPhone }), victimsPhone)]),
    adviceWay(language, contacts),
  ];
}

/** The Commissioner deals with the Chief Constable's own conduct. */
export const commissionerWay = (language: Language, contacts: Contacts): string =>
  say(language, 'common.chief', { commissioner: contacts.commissioner[language] });

export const reserveWay = (language: Language, contacts: Contacts): string =>
  say(language, 'common.reserve', { reserve: contacts.reserve[language] });

export const supportWay = (language: Language, contacts: Contacts): string =>
  say(language, 'common.support', { victims: contacts.victims[language], phone: contacts.victimsPhone ?? 'none' });

export const disclosureCare = (language: Language, contacts: Contacts): string =>
  say(language, 'report.disclosureCare', {
    victims: contacts.victims[language],
    phone: contacts.victimsPhone ?? 'none',
  });

export const dangerCallout = (
  view: { readonly state: { readonly language: Language }; readonly contacts: Contacts },
  text: readonly string[] = [],
): Callout => {
  const { state, contacts } = view;
  return {
    style: 'attention',
    heading: say(state.language, 'common.dangerHeading', { emergency: contacts.emergency }),
    text,
    links: emergencyLinks(state.language, contacts),
  };
};

const number = /\+?(?:\(\d+\) ?)?\d[\d ()-]*\d/gu;
/** As 999 and 101 have. */
const fewestDigits = 3;

const digitsIn = (text: string): string => text.replaceAll(/\D/gu, '');

/**
 * The address that opens a contact of the force: the page, or the longest phone number in the text. `undefined` if the
 * text has neither.
 */
export function contactAddress(contact: string): string | undefined {
  if (URL.canParse(contact) && new URL(contact).protocol === 'https:') return contact;
  const [longest] = (contact.match(number) ?? []).toSorted(
    (one, other) => digitsIn(other).length - digitsIn(one).length,
  );
  if (longest === undefined || digitsIn(longest).length < fewestDigits) return undefined;
  // The trunk zero in brackets is for callers inside the country, who do not dial the country code.
  return longest.startsWith('+') ? `tel:+${digitsIn(longest.replace('(0)', ''))}` : `tel:${digitsIn(longest)}`;
}

export const spokenAddress = (contact: string, address: string): string => {
  if (!address.startsWith('tel:')) return new URL(address).hostname;
  const said = (contact.match(number) ?? []).find((one) => contactAddress(one) === address);
  return said ?? address.slice('tel:'.length);
};
