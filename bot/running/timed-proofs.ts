import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Clock } from '../../concerns/terms/calendar.ts';
import { sameTag } from '../../concerns/terms/digests.ts';

/** Proofs that the server hands out sealed: someone who brings one could open the seal. They are kept nowhere. */
export interface TimedProofs {
  /** `about` always has the same number of terms. */
  readonly make: (about: readonly string[]) => string;
  readonly holds: (proof: string | undefined, about: readonly string[]) => boolean;
}

const hourMs = 3_600_000;

const keyOf = (secret: string, label: string): KeyObject =>
  createSecretKey(new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), `candour/1/${label}`, 32)));

export function createTimedProofs(deps: {
  readonly secret: string;
  readonly secretBefore?: string | undefined;
  /** No proof of one kind is good for another. */
  readonly label: string;
  /** After the one in which it is made. */
  readonly hours: number;
  readonly clock: Clock;
}): TimedProofs {
  const making = keyOf(deps.secret, deps.label);
  const holding = [making, ...(deps.secretBefore === undefined ? [] : [keyOf(deps.secretBefore, deps.label)])];
  const hourNow = () => Math.floor(deps.clock().getTime() / hourMs);
  const tagOf = (key: KeyObject, until: number, about: readonly string[]): string =>
    createHmac('sha256', key)
      .update(JSON.stringify([until, ...about]))
      .digest('base64url');

  return {
    make(about) {
      const until = hourNow() + deps.hours;
      return `${until}.${tagOf(making, until, about)}`;
    },
    holds(proof, about) {
      const [, hour, tag] = /^(\d{1,9})\.([\w-]{43})$/u.exec(proof ?? '') ?? [];
      if (hour === undefined || tag === undefined) return false;
      const until = Number(hour);
      // Servers' clocks differ by minutes: a proof may seem to be made in an hour that is not yet.
      if (until < hourNow() || until > hourNow() + deps.hours + 1) return false;
      return holding.some((key) => sameTag(tagOf(key, until, about), tag));
    },
  };
}
