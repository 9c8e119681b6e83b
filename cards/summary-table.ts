/** A table of a weekly summary, already in words: what a card, a text and a file show alike. */
export interface SummaryTable {
  readonly title: string;
  /** The heading of each column; the first is that of the row labels. */
  readonly columns: readonly string[];
  /** As many cells in each row as there are columns, the label first. */
  readonly rows: readonly (readonly string[])[];
  /** Sentences to be read with the table. */
  readonly notes: readonly string[];
}
