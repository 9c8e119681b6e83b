import { z } from 'zod';
import { StoreError } from '../core/ports/store-error.ts';
import type { WriterVersion } from '../core/ports/store.ts';

/**
 * `number`: raised with each new shape or layout. `oldest`: the least number that may use a store after this one; raise
 * it only if an older server would do harm.
 */
export const currentStoreVersion = { number: 1, oldest: 1, release: '0.1.0' } as const;

export const storeVersionSchema = z.object({
  number: z.int().min(1),
  oldest: z.int().min(1),
  release: z
    .string()
    .regex(/^[\w.+-]{1,40}$/u)
    .catch(''),
});
export type StoreVersion = z.infer<typeof storeVersionSchema>;

/** Throws StoreError `tooNew` if a newer version used the store and excludes this one. */
export function assertCompatibleVersion(stored: StoreVersion | undefined): void {
  if (stored !== undefined && stored.oldest > currentStoreVersion.number) throw new StoreError('tooNew');
}

export const findNewerWriter = (stored: StoreVersion | undefined): WriterVersion | undefined =>
  stored !== undefined && stored.number > currentStoreVersion.number
    ? { number: stored.number, release: stored.release }
    : undefined;

export const isCurrentVersion = (stored: StoreVersion | undefined): boolean =>
  stored?.number === currentStoreVersion.number && stored.release === currentStoreVersion.release;
