import { StoreError } from '../ports/store-error.ts';
import { OverBudgetError } from '../ports/work-budget.ts';

const leftDoubt = (error: unknown): boolean =>
  error instanceof StoreError ? error.code === 'unknown' : !(error instanceof Error && error.name === 'SealError');

/** Why nothing was saved, as it is said: a newer version may save it, any may later, or it was more than one person may send. */
export function unsavedBy(error: unknown): 'newer' | 'nothingSaved' | 'overBudget' {
  if (error instanceof OverBudgetError) return 'overBudget';
  return error instanceof StoreError && error.code === 'newer' ? 'newer' : 'nothingSaved';
}

/**
 * Whether a write that failed left nothing behind: by its own error, and by what the store says now, since an earlier
 * press of the same button may have saved it and lost its answer. False where nobody knows. Never rejects.
 */
export async function certainlyUnsaved(error: unknown, stands: () => Promise<boolean>): Promise<boolean> {
  // The desk looked whether it stands before it refused.
  if (error instanceof OverBudgetError) return true;
  if (leftDoubt(error)) return false;
  try {
    return !(await stands());
  } catch {
    return false;
  }
}
