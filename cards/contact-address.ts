/** A telephone number in a sentence: digits, with spaces, hyphens and brackets between them. */
const number = /\+?(?:\(\d+\) ?)?\d[\d ()-]*\d/gu;
/** The shortest number that can be called, as 999 and 101 are. */
const fewestDigits = 3;

const digitsIn = (text: string): string => text.replaceAll(/\D/gu, '');

/**
 * The address that opens a way which a force has set: that of a page, or the number to call that stands in it, the
 * longest where there are several. `undefined` where it leads nowhere by itself.
 */
export function contactAddress(contact: string): string | undefined {
  if (URL.canParse(contact) && new URL(contact).protocol === 'https:') return contact;
  const [longest] = (contact.match(number) ?? []).toSorted(
    (one, other) => digitsIn(other).length - digitsIn(one).length,
  );
  if (longest === undefined || digitsIn(longest).length < fewestDigits) return undefined;
  // The trunk zero in brackets is for callers within the country, who do not dial the country's code.
  return longest.startsWith('+') ? `tel:+${digitsIn(longest.replace('(0)', ''))}` : `tel:${digitsIn(longest)}`;
}

/** The number or the name of a page that such an address opens, as it is said. */
export const spokenAddress = (contact: string, address: string): string => {
  if (!address.startsWith('tel:')) return new URL(address).hostname;
  const said = (contact.match(number) ?? []).find((one) => contactAddress(one) === address);
  return said ?? address.slice('tel:'.length);
};
