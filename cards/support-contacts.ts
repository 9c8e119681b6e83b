import type { Language } from '../core/model/language.ts';
import type { Contacts } from '../words/contacts.ts';
import { type Action, type Callout, link, type Section } from './page.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { translate } from '../words/cards/translate.ts';

/** One at most: none if it has neither a number nor an address. */
export function contactLinks(language: Language, contact: string | undefined): readonly Action[] {
  const address = contact === undefined ? undefined : contactUrl(contact);
  if (contact === undefined || address === undefined) return [];
  const spoken = contactUrlText(contact, address);
  const title = address.startsWith('tel:')
    ? translate(language, 'ways.call', { number: spoken })
    : translate(language, 'ways.open', { address: spoken });
  return [link(title, address)];
}

const contactSection = (language: Language, text: string, contact: string): Section => ({
  text: [text],
  links: contactLinks(language, contact),
});

export const emergencyLinks = (language: Language, contacts: Contacts): readonly Action[] =>
  contactLinks(language, contacts.emergency);

export const emergencySection = (language: Language, { emergency }: Contacts): Section =>
  contactSection(language, translate(language, 'ways.emergency', { emergency }), emergency);

/** To the service for victims, or to the national helpline if the force has set no number of that service. */
export const supportLinks = (
  language: Language,
  contacts: Pick<Contacts, 'victimsPhone' | 'helplinePhone'>,
): readonly Action[] => contactLinks(language, victimsNumber(contacts) ?? contacts.helplinePhone);

/** `undefined` if none is set, or no number can be read from what is. */
export const victimsNumber = ({ victimsPhone }: Pick<Contacts, 'victimsPhone'>): string | undefined =>
  victimsPhone === undefined || contactUrl(victimsPhone) === undefined ? undefined : victimsPhone;

export function helplineSection(language: Language, contacts: Contacts): Section {
  const { helplinePhone: phone } = contacts;
  return contactSection(language, helplineText(language, contacts), phone);
}

const helplineText = (language: Language, { helpline, helplinePhone: phone, helplineText: text }: Contacts): string =>
  translate(language, 'guidance.supportHelpline', { helpline: helpline[language], phone, text });

export const splitAdvisers = (text: string): readonly string[] =>
  text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const leadsSomewhere = (contact: string): boolean => contactUrl(contact) !== undefined;

/** One for each that has a number or an address: the others would lead nowhere. */
export const adviserSections = (language: Language, { federation }: Contacts): readonly Section[] =>
  splitAdvisers(federation?.[language] ?? '')
    .filter(leadsSomewhere)
    .map((adviser) =>
      contactSection(language, translate(language, 'ways.federation', { federation: adviser }), adviser),
    );

export const externalContactSections = (language: Language, { crimestoppers, iopc }: Contacts): readonly Section[] => [
  contactSection(language, translate(language, 'ways.crimestoppers', { number: crimestoppers }), crimestoppers),
  ...(iopc === undefined || !leadsSomewhere(iopc)
    ? []
    : [contactSection(language, translate(language, 'ways.iopc', { number: iopc }), iopc)]),
];

export const understaffedRoleHint = (language: Language, hint: WordKey, contacts: Contacts): string =>
  [
    translate(language, hint, { reserve: contacts.reserve[language] }),
    ...externalContactSections(language, contacts).flatMap(({ text }) => text),
  ].join(' ');

/** Leaves out contacts that are not set. */
export function supportContactSections(language: Language, contacts: Contacts): readonly Section[] {
  const victimsPhone = victimsNumber(contacts);
  const victims = contacts.victims[language];
  return [
    emergencySection(language, contacts),
    // Before the numbers: a call leaves a trace at once.
    { text: [translate(language, 'ways.ownDevice')] },
    ...externalContactSections(language, contacts),
    ...(victimsPhone === undefined
      ? []
      : [
          contactSection(language, translate(language, 'ways.victims', { victims, phone: victimsPhone }), victimsPhone),
        ]),
    ...adviserSections(language, contacts),
  ];
}

/** The Commissioner deals with the Chief Constable's own conduct. */
export const commissionerText = (language: Language, contacts: Contacts): string =>
  translate(language, 'common.chief', { commissioner: contacts.commissioner[language] });

export const reserveText = (language: Language, contacts: Contacts): string =>
  translate(language, 'common.reserve', { reserve: contacts.reserve[language] });

/** Names a service with a number: the helpline if the force has set none of the service for victims. */
export function supportText(language: Language, contacts: Contacts): string {
  const phone = victimsNumber(contacts);
  return phone === undefined
    ? helplineText(language, contacts)
    : translate(language, 'common.support', { victims: contacts.victims[language], phone });
}

export const supportSection = (language: Language, contacts: Contacts): Section => ({
  text: [supportText(language, contacts)],
  links: supportLinks(language, contacts),
});

export const disclosureCareText = (language: Language, contacts: Contacts): string =>
  translate(language, 'report.disclosureCare', {
    victims: contacts.victims[language],
    phone: victimsNumber(contacts) ?? 'none',
  });

export const dangerCallout = (
  view: { readonly state: { readonly language: Language }; readonly contacts: Contacts },
  text: readonly string[] = [],
): Callout => {
  const { state, contacts } = view;
  return {
    style: 'attention',
    heading: translate(state.language, 'common.dangerHeading', { emergency: contacts.emergency }),
    text,
    links: emergencyLinks(state.language, contacts),
  };
};

/** For a card on which something else comes first. */
export const dangerSection = (language: Language, contacts: Contacts): Section => ({
  text: [translate(language, 'common.dangerHeading', { emergency: contacts.emergency })],
  links: emergencyLinks(language, contacts),
});

const phonePattern = /\+?(?:\(\d+\) ?)?\d[\d ()-]*\d/gu;
/** As 999 and 101 have. */
const minDigits = 3;

const extractDigits = (text: string): string => text.replaceAll(/\D/gu, '');

const pagePattern = /https:\/\/[^\s;,]*[^\s;,.)]/gu;

/** The page, or the longest phone number in the text, or else a page in it; `undefined` if it has none. */
export function contactUrl(contact: string): string | undefined {
  if (URL.canParse(contact) && new URL(contact).protocol === 'https:') return contact;
  const [longest] = (contact.replaceAll(pagePattern, ' ').match(phonePattern) ?? []).toSorted(
    (one, other) => extractDigits(other).length - extractDigits(one).length,
  );
  if (longest === undefined || extractDigits(longest).length < minDigits)
    return contact.match(pagePattern)?.find((page) => URL.canParse(page));
  // The trunk zero in brackets is only for callers inside the country.
  return longest.startsWith('+')
    ? `tel:+${extractDigits(longest.replace('(0)', ''))}`
    : `tel:${extractDigits(longest)}`;
}

export const contactUrlText = (contact: string, address: string): string => {
  if (!address.startsWith('tel:')) return new URL(address).hostname;
  const phoneNumber = (contact.match(phonePattern) ?? []).find((one) => contactUrl(one) === address);
  return phoneNumber ?? address.slice('tel:'.length);
};
