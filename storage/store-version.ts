import { z } from 'zod';
import { StoreError } from '../concerns/ports/store-error.ts';
import type { LaterUse } from '../concerns/ports/store.ts';

/**
 * The number of this version among all that keep stores, one more wherever a shape or a layout is; and the least number
 * whose servers may use a store that this one used. That is raised only where an older server would do harm: it then
 * refuses to start there.
 */
export const ourVersion = { number: 1, oldest: 1, release: '0.1.0' } as const;

export const storeVersionSchema = z.object({
  number: z.int().min(1),
  oldest: z.int().min(1),
  /** As people name it; of one that cannot be read it is nothing. */
  release: z
    .string()
    .regex(/^[\w.+-]{1,40}$/u)
    .catch(''),
});
export type StoreVersion = z.infer<typeof storeVersionSchema>;

/** Throws StoreError `tooNew` where a store was used by a version that lets this one use it no more. */
export function expectUsable(standing: StoreVersion | undefined): void {
  if (standing !== undefined && standing.oldest > ourVersion.number) throw new StoreError('tooNew');
}

/** The use of a store by a newer version than this one, `undefined` where there was none. */
export const laterUse = (standing: StoreVersion | undefined): LaterUse | undefined =>
  standing !== undefined && standing.number > ourVersion.number
    ? { number: standing.number, release: standing.release }
    : undefined;

/** Whether what stands says of this version that it used the store: then nothing is written. */
export const isOurs = (standing: StoreVersion | undefined): boolean =>
  standing?.number === ourVersion.number && standing.release === ourVersion.release;
