/** An issue to readers beyond the unit, as it is kept. What it says is the summary's own matter. */
export interface KeptIssue {
  /** From 1, without gaps. */
  readonly number: number;
  readonly record: string;
}

/** All that was ever issued to readers beyond the unit. Issues are added, and never changed or removed. Throws StoreError. */
export interface IssueLedger {
  /** The issues in their order, those that say nothing sensible among them; empty before the first one. */
  all(): Promise<readonly KeptIssue[]>;
  /** Adds an issue; `exists` where one stands in its place: nothing is written, read again. */
  add(issue: KeptIssue): Promise<'added' | 'exists'>;
}
