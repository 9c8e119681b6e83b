/** One figure as a reader may have it. Whole numbers throughout. */
export type Cell =
  | { readonly kind: 'count'; readonly value: number }
  /** A difference between two counts; positive where there are more now. */
  | { readonly kind: 'change'; readonly value: number }
  /** A count that was rounded to a multiple of five. */
  | { readonly kind: 'rounded'; readonly value: number }
  /** Days from the day of receipt. */
  | { readonly kind: 'days'; readonly value: number }
  /** A count that its reader may not have. */
  | { readonly kind: 'hidden' }
  /** There is none: the week was counted before this was, or nothing has a middle. */
  | { readonly kind: 'none' };

export const countCell = (value: number): Cell => ({ kind: 'count', value });
export const changeCell = (value: number): Cell => ({ kind: 'change', value });
/** A rounded count, hidden where it is missing. */
export const issuedCell = (shown: number | undefined): Cell =>
  shown === undefined ? { kind: 'hidden' } : { kind: 'rounded', value: shown };

/** The number of a cell, `undefined` where it has none that its reader may have: nothing may be drawn of it then. */
export const numberOf = (cell: Cell): number | undefined => ('value' in cell ? cell.value : undefined);

/** A cell as people read it: "12", "+3", or the words for one that is hidden and for none, which are never a nought. */
export function cellWith(words: Readonly<Record<'hidden' | 'none', string>>, cell: Cell): string {
  const number = numberOf(cell);
  if (number === undefined) return cell.kind === 'hidden' ? words.hidden : words.none;
  return cell.kind === 'change' && number > 0 ? `+${number}` : String(number);
}
