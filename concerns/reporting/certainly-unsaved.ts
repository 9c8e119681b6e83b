import { ShortRoleError, type ShortRoleCode } from '../ports/desk.ts';
import { StoreError } from '../ports/store-error.ts';
import { OverBudgetError } from '../ports/work-budget.ts';

const leftDoubt = (error: unknown): boolean =>
  error instanceof StoreError ? error.code === 'unknown' : !(error instanceof Error && error.name === 'SealError');

export function unsavedBy(error: unknown): 'newer' | 'nothingSaved' | 'overBudget' | ShortRoleCode {
  if (error instanceof ShortRoleError) return error.code;
  if (error instanceof OverBudgetError) return 'overBudget';
  return error instanceof StoreError && error.code === 'newer' ? 'newer' : 'nothingSaved';
}

/**
 * Whether a failed write left nothing behind, by its error and by the store now: an earlier press may have saved it and
 * lost its answer. False if in doubt. Never rejects.
 */
export async function certainlyUnsaved(error: unknown, stands: () => Promise<boolean>): Promise<boolean> {
  // The desk looked before it refused.
  if (error instanceof OverBudgetError || error instanceof ShortRoleError) return true;
  if (leftDoubt(error)) return false;
  try {
    return !(await stands());
  } catch {
    return false;
  }
}
