export interface SummaryTable {
  readonly title: string;
  /** The first is the heading of the row labels. */
  readonly columns: readonly string[];
  /** As many cells as `columns`, the label first. */
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}
