/**
 * One figure as a reader may have it, in whole numbers. `change`: positive if there are more now; `rounded`: to a
 * multiple of five; `days`: from the day of receipt; `hidden`: the reader may not have it; `none`: the week was counted
 * before this was, or nothing has a middle.
 */
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

/** A cell as people read it. Hidden and none are words, never a nought. */
export function cellWith(words: Readonly<Record<'hidden' | 'none', string>>, cell: Cell): string {
  const number = numberOf(cell);
  if (number === undefined) return cell.kind === 'hidden' ? words.hidden : words.none;
  return cell.kind === 'change' && number > 0 ? `+${number}` : String(number);
}
