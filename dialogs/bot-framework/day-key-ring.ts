import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Clock, RandomSource } from '../../core/model/calendar.ts';
import type { DayKeyStore } from '../../core/ports/store.ts';

/** A shift, in milliseconds. The first card says it. */
export const stateLifetimeMs = 12 * 3_600_000;
const dayMs = 24 * 3_600_000;
/**
 * In milliseconds: a flood of made-up cards and sessions costs the store one read a second, and another server's new
 * key is found a second later at most.
 */
const lookupCacheMs = 1_000;

interface DayKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** One key a day, shared by all servers and destroyed when its last card expires. */
export interface DayKeyRing {
  /** Made if there is none. Throws StoreError, or DayKeyUnwrapError. */
  current(): Promise<DayKey>;
  /** `undefined` if the key was destroyed or no living key can have that name. Throws StoreError. */
  find(id: string): Promise<DayKey | undefined>;
  /** Here and in the store. Throws StoreError. */
  readonly destroyExpired: () => Promise<void>;
}

const wrappingKey = (secret: string): KeyObject =>
  createSecretKey(new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), 'candour/1/day keys', 32)));

const dayId = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The store holds the keys wrapped by `secret` (32 characters or more). */
export function createDayKeyRing(deps: {
  readonly dayKeys: DayKeyStore;
  readonly secret: string;
  /** The secret before a change: it unwraps living keys, so that no open card is lost, and wraps nothing new. */
  readonly secretBefore?: string;
  readonly clock: Clock;
  readonly random: RandomSource;
}): DayKeyRing {
  const currentWrappingKey = wrappingKey(deps.secret);
  const unwrappingKeys = [
    currentWrappingKey,
    ...(deps.secretBefore === undefined ? [] : [wrappingKey(deps.secretBefore)]),
  ];
  const cachedKeys = new Map<string, DayKey>();
  const lookups = new Map<string, { readonly at: number; readonly answer: Promise<DayKey | undefined> }>();
  const oldestId = (): string => dayId(deps.clock().getTime() - stateLifetimeMs);

  const wrap = (id: string, key: Uint8Array): string => {
    const iv = deps.random(12);
    const cipher = createCipheriv('aes-256-gcm', currentWrappingKey, iv);
    cipher.setAAD(Buffer.from(id));
    return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64');
  };
  const unwrapWith = (by: KeyObject, id: string, wrapped: string): Uint8Array | undefined => {
    const bytes = Buffer.from(wrapped, 'base64');
    try {
      const decipher = createDecipheriv('aes-256-gcm', by, bytes.subarray(0, 12), { authTagLength: 16 });
      decipher.setAAD(Buffer.from(id));
      decipher.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    } catch {
      return undefined; // another deployment's secret, or a changed record: as good as no key
    }
  };
  const unwrapAndCache = (id: string, wrapped: string): DayKey | undefined => {
    const raw = unwrappingKeys.map((by) => unwrapWith(by, id, wrapped)).find((found) => found !== undefined);
    if (raw === undefined) return undefined;
    const key = { id, key: createSecretKey(raw) };
    cachedKeys.set(id, key);
    return key;
  };

  return {
    async current() {
      const id = dayId(deps.clock().getTime());
      const key =
        cachedKeys.get(id) ??
        unwrapAndCache(id, (await deps.dayKeys.add({ id, wrapped: wrap(id, deps.random(32)) })).wrapped);
      if (key === undefined) throw new DayKeyUnwrapError();
      return key;
    },
    async find(id) {
      // Only a living key's name reaches the store, so made-up names never do.
      const newest = dayId(deps.clock().getTime() + dayMs);
      if (!/^\d{4}-\d{2}-\d{2}$/u.test(id) || id < oldestId() || id > newest) return undefined;
      const here = cachedKeys.get(id);
      if (here) return here;
      const now = deps.clock().getTime();
      const before = lookups.get(id);
      if (before && Math.abs(now - before.at) < lookupCacheMs) return before.answer;
      const read = async () => {
        const stored = await deps.dayKeys.read(id);
        return stored && unwrapAndCache(id, stored.wrapped);
      };
      const answer = read();
      lookups.set(id, { at: now, answer });
      return answer;
    },
    async destroyExpired() {
      const oldest = oldestId();
      for (const days of [cachedKeys, lookups]) for (const id of days.keys()) if (id < oldest) days.delete(id);
      await deps.dayKeys.removeBefore(oldest);
    },
  };
}

/** A secret that this server does not have wrapped today's key in the store, so nothing can be sealed with it. */
export class DayKeyUnwrapError extends Error {
  constructor() {
    super('the day key in the store was wrapped by another secret');
    this.name = 'DayKeyUnwrapError';
  }
}
