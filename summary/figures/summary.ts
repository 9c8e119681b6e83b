import type { Audience } from '../../core/model/permissions.ts';
import type { Day, Week } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import type { Period } from './periods.ts';

export interface FigureRow {
  /** From a closed list, the same in every language. */
  readonly id: string;
  readonly label: string;
  readonly cells: readonly FigureCell[];
}

export interface FigureTable {
  readonly id: string;
  readonly title: string;
  readonly definition?: string;
  /**
   * `flow`: weeks add up. `stock`: as at the end, so they do not. `days`: how long. `mixed`: the rows are not parts of
   * one whole.
   */
  readonly of: 'flow' | 'stock' | 'days' | 'mixed';
  readonly columns: readonly {
    readonly id: 'count' | 'before' | 'change' | 'again' | `again.${number}`;
    readonly title: string;
  }[];
  readonly rows: readonly FigureRow[];
  readonly notes: readonly string[];
}

export interface FigureSeries {
  readonly id: string;
  readonly title: string;
  readonly points: readonly { readonly week: Week; readonly cell: FigureCell }[];
}

export interface SummaryHeadline {
  readonly received: FigureCell;
  readonly change?: FigureCell;
  readonly inTime?: FigureCell;
  readonly overdue?: FigureCell;
}

/** All that a card, page or file renders of a period, for one audience in a language. */
export interface Summary {
  readonly audience: Audience;
  readonly language: Language;
  readonly period: Period;
  readonly weeks: readonly Week[];
  readonly asAt: Day;
  readonly title: string;
  readonly head: SummaryHeadline;
  readonly tables: readonly FigureTable[];
  readonly trend: readonly FigureSeries[];
  readonly inUse?: { readonly notes: readonly string[]; readonly isBefore: boolean };
}

export type FigureCell =
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'change'; readonly value: number }
  | { readonly kind: 'rounded'; readonly value: number }
  | { readonly kind: 'days'; readonly value: number }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'none' };

export const countCell = (value: number): FigureCell => ({ kind: 'count', value });
export const changeCell = (value: number): FigureCell => ({ kind: 'change', value });
export const publishedCell = (shown: number | undefined): FigureCell =>
  shown === undefined ? { kind: 'hidden' } : { kind: 'rounded', value: shown };

/** `undefined` if the reader may have no number; then nothing may be rendered of it. */
export const getCellValue = (cell: FigureCell): number | undefined => ('value' in cell ? cell.value : undefined);

export function formatCell(words: Readonly<Record<'hidden' | 'none', string>>, cell: FigureCell): string {
  const number = getCellValue(cell);
  if (number === undefined) return cell.kind === 'hidden' ? words.hidden : words.none;
  return cell.kind === 'change' && number > 0 ? `+${number}` : String(number);
}
