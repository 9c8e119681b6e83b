/** Signs that are written in several ways, and are one to whoever looks for them. */
const alike: ReadonlyMap<string, string> = new Map([
  ...Array.from('‘’ʼ´`', (sign) => [sign, "'"] as const),
  ...Array.from('“”„«»', (sign) => [sign, '"'] as const),
  ...Array.from('‐‑‒–—', (sign) => [sign, '-'] as const),
]);

const isPlain = /[\u0021-\u007e]/u;
const isSpace = /\s/u;
/** Marks that stand over or under a letter, and what is not seen at all. */
const unseen = /[\p{M}\p{Cf}]/gu;

function foldedSign(sign: string): string {
  if (sign !== '`' && isPlain.test(sign)) return sign.toLowerCase();
  return alike.get(sign) ?? sign.normalize('NFKD').replace(unseen, '').toLowerCase();
}

/**
 * A text as it is compared: in small letters and without marks, so that "Tŷ" and "ty" are one, with one space for any
 * number of them. `places` says for each of its units where it began in the text; after the last stands the text's end.
 */
export function foldedWithPlaces(text: string): { readonly folded: string; readonly places: readonly number[] } {
  const places: number[] = [];
  const units: string[] = [];
  let at = 0;
  for (const sign of text) {
    const isGap = isSpace.test(sign);
    if (!isGap || units.at(-1) !== ' ') {
      for (const unit of (isGap ? ' ' : foldedSign(sign)).split('')) {
        units.push(unit);
        places.push(at);
      }
    }
    at += sign.length;
  }
  places.push(at);
  return { folded: units.join(''), places };
}

/** A text as it is compared. */
export const foldedText = (text: string): string => foldedWithPlaces(text).folded;
