import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Clock, Random } from '../../core/model/calendar.ts';
import type { DayKeys } from '../../core/ports/store.ts';

/** A shift, in milliseconds. The first card says it. */
export const stateLifetimeMs = 12 * 3_600_000;
const dayMs = 24 * 3_600_000;
/**
 * In milliseconds. A flood of made-up cards and sessions then costs the store one read a second, and a key made by
 * another server is found a second later at most.
 */
const answerKeptMs = 1_000;

interface DayKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** The keys that seal carried state: one a day, shared by all servers, destroyed when their last card expires. */
export interface DayKeyRing {
  /** Today's key, made if there is none. Throws StoreError, or ForeignKeyError. */
  current(): Promise<DayKey>;
  /** `undefined` if the key was destroyed or no living key can have that name. Throws StoreError. */
  find(id: string): Promise<DayKey | undefined>;
  /** Destroys expired keys here and in the store. Throws StoreError. */
  readonly destroyExpired: () => Promise<void>;
}

const wrappingKey = (secret: string): KeyObject =>
  createSecretKey(new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), 'candour/1/day keys', 32)));

const dayName = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The store holds the keys wrapped by `secret` (32 characters or more). */
export function createDayKeyRing(deps: {
  readonly dayKeys: DayKeys;
  readonly secret: string;
  /**
   * The secret in use until it was changed: it still unwraps living keys, so that no open card is lost, but wraps
   * nothing new.
   */
  readonly secretBefore?: string;
  readonly clock: Clock;
  readonly random: Random;
}): DayKeyRing {
  const wrapping = wrappingKey(deps.secret);
  const unwrapping = [wrapping, ...(deps.secretBefore === undefined ? [] : [wrappingKey(deps.secretBefore)])];
  const known = new Map<string, DayKey>();
  const asked = new Map<string, { readonly at: number; readonly answer: Promise<DayKey | undefined> }>();
  const oldest = (): string => dayName(deps.clock().getTime() - stateLifetimeMs);

  const wrap = (id: string, key: Uint8Array): string => {
    const iv = deps.random(12);
    const cipher = createCipheriv('aes-256-gcm', wrapping, iv);
    cipher.setAAD(Buffer.from(id));
    return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64');
  };
  const unwrapBy = (by: KeyObject, id: string, wrapped: string): Uint8Array | undefined => {
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
  const remember = (id: string, wrapped: string): DayKey | undefined => {
    const raw = unwrapping.map((by) => unwrapBy(by, id, wrapped)).find((found) => found !== undefined);
    if (raw === undefined) return undefined;
    const key = { id, key: createSecretKey(raw) };
    known.set(id, key);
    return key;
  };

  return {
    async current() {
      const id = dayName(deps.clock().getTime());
      const key =
        known.get(id) ?? remember(id, (await deps.dayKeys.add({ id, wrapped: wrap(id, deps.random(32)) })).wrapped);
      if (key === undefined) throw new ForeignKeyError();
      return key;
    },
    async find(id) {
      // Only a living key's name reaches the store, so made-up names never do.
      const newest = dayName(deps.clock().getTime() + dayMs);
      if (!/^\d{4}-\d{2}-\d{2}$/u.test(id) || id < oldest() || id > newest) return undefined;
      const here = known.get(id);
      if (here) return here;
      const now = deps.clock().getTime();
      const before = asked.get(id);
      if (before && Math.abs(now - before.at) < answerKeptMs) return before.answer;
      const read = async () => {
        const stored = await deps.dayKeys.read(id);
        return stored && remember(id, stored.wrapped);
      };
      const answer = read();
      asked.set(id, { at: now, answer });
      return answer;
    },
    async destroyExpired() {
      const kept = oldest();
      for (const days of [known, asked]) for (const id of days.keys()) if (id < kept) days.delete(id);
      await deps.dayKeys.removeBefore(kept);
    },
  };
}

/** A secret that this server does not have wrapped today's key in the store, so nothing can be sealed with it. */
export class ForeignKeyError extends Error {
  constructor() {
    super('the day key in the store was wrapped by another secret');
    this.name = 'ForeignKeyError';
  }
}
