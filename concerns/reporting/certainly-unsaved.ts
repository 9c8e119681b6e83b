import { StoreError } from '../ports/store-error.ts';

const leftDoubt = (error: unknown): boolean =>
  error instanceof StoreError ? error.code === 'unknown' : !(error instanceof Error && error.name === 'SealError');

/** Why nothing was saved, as it is said: a newer version may save it, or any may later. */
export const unsavedBy = (error: unknown): 'newer' | 'nothingSaved' =>
  error instanceof StoreError && error.code === 'newer' ? 'newer' : 'nothingSaved';

/**
 * Whether a write that failed left nothing behind: by its own error, and by what the store says now, since an earlier
 * press of the same button may have saved it and lost its answer. False where nobody knows. Never rejects.
 */
export async function certainlyUnsaved(error: unknown, stands: () => Promise<boolean>): Promise<boolean> {
  if (leftDoubt(error)) return false;
  try {
    return !(await stands());
  } catch {
    return false;
  }
}
