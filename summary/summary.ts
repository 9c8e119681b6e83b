import type { Audience } from '../concerns/records/permissions.ts';
import type { Day, Week } from '../concerns/terms/calendar.ts';
import type { Language } from '../concerns/terms/language.ts';
import type { Cell } from './cell.ts';
import type { Period } from './periods.ts';

/** A row of a table: a label in words, and a cell for each column. */
export interface FigureRow {
  /** A name from a closed list, the same in every language. */
  readonly id: string;
  readonly label: string;
  readonly cells: readonly Cell[];
}

/** One table of a summary, in words and with its numbers. */
export interface FigureTable {
  /** A name from a closed list, the same in every language. */
  readonly id: string;
  readonly title: string;
  /** How it is counted, and by which source; missing where the title says it all. */
  readonly definition?: string;
  /**
   * `flow`: what came or was done, so weeks add up. `stock`: what stood at the end, so they do not. `days`: how long.
   * `mixed`: rows of one kind and another, which do not stand beside each other as parts.
   */
  readonly of: 'flow' | 'stock' | 'days' | 'mixed';
  /** The columns after the label's. A later count of the same weeks has its number. */
  readonly columns: readonly {
    readonly id: 'count' | 'before' | 'change' | 'again' | `again.${number}`;
    readonly title: string;
  }[];
  readonly rows: readonly FigureRow[];
  /** Sentences to be read with the table. */
  readonly notes: readonly string[];
}

/** A figure week by week, the oldest first, up to the last week of the period. */
export interface FigureSeries {
  readonly id: string;
  readonly title: string;
  readonly points: readonly { readonly week: Week; readonly cell: Cell }[];
}

/** The few figures that are read first. One is missing where its reader has none of it. */
export interface SummaryHead {
  readonly received: Cell;
  /** Reports received, against the period before. */
  readonly change?: Cell;
  readonly inTime?: Cell;
  /** Not acknowledged, the target passed. */
  readonly overdue?: Cell;
}

/** The figures of a period that one audience may see, in a language: all that a card, a page or a file draws. */
export interface Summary {
  readonly audience: Audience;
  readonly language: Language;
  readonly period: Period;
  /** The weeks of the period, the oldest first. */
  readonly weeks: readonly Week[];
  /** The last day on which one of these weeks was counted. */
  readonly asAt: Day;
  readonly title: string;
  readonly head: SummaryHead;
  readonly tables: readonly FigureTable[];
  /** Thirteen weeks each. */
  readonly trend: readonly FigureSeries[];
  /**
   * Sentences on weeks before Candour was in use, and whether all that is told of are such weeks; missing where there is
   * nothing to be said.
   */
  readonly inUse?: { readonly notes: readonly string[]; readonly isBefore: boolean };
}
