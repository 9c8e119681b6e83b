import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Clock } from '../../concerns/terms/clock.ts';
import { sameTag } from '../../concerns/terms/same-tag.ts';

/** Proofs that the server hands out sealed and takes back: a person who brings one could open the seal. They are kept nowhere. */
export interface TimedProofs {
  /** A proof about these terms, which always have the same number. */
  readonly make: (about: readonly string[]) => string;
  /** Whether this is a proof about the same terms that is not over; any server with the secret says the same. */
  readonly holds: (proof: string | undefined, about: readonly string[]) => boolean;
}

const hourMs = 3_600_000;

const keyOf = (secret: string, label: string): KeyObject =>
  createSecretKey(new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), `candour/1/${label}`, 32)));

/** Proofs of one kind under the server's secret; those that the secret before it made go on. */
export function createTimedProofs(deps: {
  readonly secret: string;
  readonly secretBefore?: string | undefined;
  /** Names the kind: no proof of one is one of another. */
  readonly label: string;
  /** For how many hours a proof is good, after the one in which it is made. */
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
