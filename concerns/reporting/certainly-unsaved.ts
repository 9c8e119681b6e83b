import { ShortRoleError, type ShortRoleCode } from '../ports/short-role-error.ts';
import { StoreError } from '../ports/store-error.ts';
import { OverBudgetError } from '../ports/work-budget.ts';

const leftDoubt = (error: unknown): boolean =>
  error instanceof StoreError ? error.code === 'unknown' : !(error instanceof Error && error.name === 'SealError');

/**
 * Why nothing was saved, as it is said: a newer version may save it, any may later, it was more than one person may send,
 * or too few people hold the role that it needs.
 */
export function unsavedBy(error: unknown): 'newer' | 'nothingSaved' | 'overBudget' | ShortRoleCode {
  if (error instanceof ShortRoleError) return error.code;
  if (error instanceof OverBudgetError) return 'overBudget';
  return error instanceof StoreError && error.code === 'newer' ? 'newer' : 'nothingSaved';
}

/**
 * Whether a write that failed left nothing behind: by its own error, and by what the store says now, since an earlier
 * press of the same button may have saved it and lost its answer. False where nobody knows. Never rejects.
 */
export async function certainlyUnsaved(error: unknown, stands: () => Promise<boolean>): Promise<boolean> {
  // The desk looked whether it stands before it refused.
  if (error instanceof OverBudgetError || error instanceof ShortRoleError) return true;
  if (leftDoubt(error)) return false;
  try {
    return !(await stands());
  } catch {
    return false;
  }
}
