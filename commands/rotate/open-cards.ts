import { randomBytes } from 'node:crypto';
import type { DayKeys } from '../../concerns/ports/day-keys.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { createDayKeyRing, stateLifetimeMs } from '../../dialogs/day-key-ring.ts';

const dayMs = 24 * 3_600_000;

/** How many of the days whose cards may be open have a key by each secret. */
export interface OpenCards {
  readonly now: number;
  readonly before: number;
  /** By no secret of the settings: a card of such a day opens for no server with these settings. */
  readonly neither: number;
}

/** Finds by which of two secrets the keys of open cards are wrapped. Makes none. Throws StoreError. */
export async function openCards(
  dayKeys: DayKeys,
  { secret, secretBefore }: { readonly secret: string; readonly secretBefore: string | undefined },
  clock: Clock,
): Promise<OpenCards> {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const ringOf = (by: string) => createDayKeyRing({ dayKeys, secret: by, clock, random });
  const [now, before] = [ringOf(secret), secretBefore === undefined ? undefined : ringOf(secretBefore)];
  const count = { now: 0, before: 0, neither: 0 };
  const at = (ms: number) => new Date(clock().getTime() + ms).toISOString().slice(0, 10);
  // From the day of the oldest card that may be open to that of a server whose clock is ahead.
  for (const day of new Set([at(-stateLifetimeMs), at(0), at(dayMs)])) {
    if ((await dayKeys.read(day)) === undefined) continue;
    if ((await now.find(day)) !== undefined) count.now += 1;
    else if ((await before?.find(day)) !== undefined) count.before += 1;
    else count.neither += 1;
  }
  return count;
}
