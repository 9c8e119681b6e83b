export type Cell =
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'change'; readonly value: number }
  | { readonly kind: 'rounded'; readonly value: number }
  | { readonly kind: 'days'; readonly value: number }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'none' };

export const countCell = (value: number): Cell => ({ kind: 'count', value });
export const changeCell = (value: number): Cell => ({ kind: 'change', value });
export const issuedCell = (shown: number | undefined): Cell =>
  shown === undefined ? { kind: 'hidden' } : { kind: 'rounded', value: shown };

/** The number of a cell; `undefined` if its reader may have none, and then nothing may be drawn of it. */
export const numberOf = (cell: Cell): number | undefined => ('value' in cell ? cell.value : undefined);

export function cellWith(words: Readonly<Record<'hidden' | 'none', string>>, cell: Cell): string {
  const number = numberOf(cell);
  if (number === undefined) return cell.kind === 'hidden' ? words.hidden : words.none;
  return cell.kind === 'change' && number > 0 ? `+${number}` : String(number);
}
