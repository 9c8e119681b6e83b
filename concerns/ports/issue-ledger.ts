export interface KeptIssue {
  readonly number: number;
  readonly record: string;
}

/** Everything ever issued to readers beyond the unit. Issues are never changed or removed. */
export interface IssueLedger {
  all(): Promise<readonly KeptIssue[]>;
  add(issue: KeptIssue): Promise<'added' | 'exists'>;
}
