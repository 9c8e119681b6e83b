const alike: ReadonlyMap<string, string> = new Map([
  ...Array.from('‘’ʼ´`', (sign) => [sign, "'"] as const),
  ...Array.from('“”„«»', (sign) => [sign, '"'] as const),
  ...Array.from('‐‑‒–—', (sign) => [sign, '-'] as const),
]);

const isPlain = /[\u0021-\u007e]/u;
const isSpace = /\s/u;
const unseen = /[\p{M}\p{Cf}]/gu;

function foldedSign(sign: string): string {
  if (sign !== '`' && isPlain.test(sign)) return sign.toLowerCase();
  return alike.get(sign) ?? sign.normalize('NFKD').replace(unseen, '').toLowerCase();
}

/**
 * Folds text for comparing: lower case, no marks, single spaces, so that "Tŷ" and "ty" are one. `places` gives for each
 * unit where it began in the text, and last the text's end.
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

export const foldedText = (text: string): string => foldedWithPlaces(text).folded;
