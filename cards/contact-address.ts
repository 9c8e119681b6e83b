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
