import { z } from 'zod';
import { StoreError } from '../core/ports/store-error.ts';
import type { LaterUse } from '../core/ports/store.ts';

/**
 * `number`: one more with each new shape or layout. `oldest`: the least number whose servers may use a store after this
 * one; raise it only if an older server would do harm.
 */
export const ourVersion = { number: 1, oldest: 1, release: '0.1.0' } as const;

export const storeVersionSchema = z.object({
  number: z.int().min(1),
  oldest: z.int().min(1),
  release: z
    .string()
    .regex(/^[\w.+-]{1,40}$/u)
    .catch(''),
});
export type StoreVersion = z.infer<typeof storeVersionSchema>;

/** Throws StoreError `tooNew` if a newer version used the store and no longer lets this one use it. */
export function expectUsable(standing: StoreVersion | undefined): void {
  if (standing !== undefined && standing.oldest > ourVersion.number) throw new StoreError('tooNew');
}

export const laterUse = (standing: StoreVersion | undefined): LaterUse | undefined =>
  standing !== undefined && standing.number > ourVersion.number
    ? { number: standing.number, release: standing.release }
    : undefined;

export const isOurs = (standing: StoreVersion | undefined): boolean =>
  standing?.number === ourVersion.number && standing.release === ourVersion.release;
