import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Claim } from '../../concerns/ports/desk.ts';
import type { Seal } from '../../concerns/ports/seal.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { sameTag } from '../../concerns/terms/same-tag.ts';

/**
 * Proofs that somebody holds the code of a mailbox: whoever handles a case knows its public line. A proof is bound to the
 * line, the reference and the person, or a partner's session, good at every server that has the secret, and kept nowhere.
 */
export interface MailboxProofs {
  /** A proof, sealed to the mailbox of a claim: only who has its code reads it. Throws SealError where the line is none. */
  challenge(claim: Claim, person: string): Promise<string>;
  /** Whether this is a proof of that claim, for that person, that is not over. */
  readonly holds: (proof: string | undefined, claim: Claim, person: string) => boolean;
}

const hourMs = 3_600_000;
/** As long as a card may be left unfinished. */
const lastsHours = 12;

const keyOf = (secret: string): KeyObject =>
  createSecretKey(new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), 'candour/1/mailbox proofs', 32)));

/** Proofs under the server's secret; those that the secret before it made go on. */
export function createMailboxProofs(deps: {
  readonly secret: string;
  readonly secretBefore?: string | undefined;
  readonly seal: Pick<Seal, 'sealToMailbox'>;
  readonly clock: Clock;
}): MailboxProofs {
  const making = keyOf(deps.secret);
  const holding = [making, ...(deps.secretBefore === undefined ? [] : [keyOf(deps.secretBefore)])];
  const hourNow = () => Math.floor(deps.clock().getTime() / hourMs);
  const tagOf = (key: KeyObject, until: number, { caseId, mailbox }: Claim, person: string): string =>
    createHmac('sha256', key)
      .update(JSON.stringify([until, caseId, mailbox, person]))
      .digest('base64url');

  return {
    challenge(claim, person) {
      const until = hourNow() + lastsHours;
      return deps.seal.sealToMailbox(`${until}.${tagOf(making, until, claim, person)}`, claim.mailbox);
    },
    holds(proof, claim, person) {
      const [, hour, tag] = /^(\d{1,9})\.([\w-]{43})$/u.exec(proof ?? '') ?? [];
      if (hour === undefined || tag === undefined) return false;
      const until = Number(hour);
      // Servers' clocks differ by minutes: a proof may seem to be made in an hour that is not yet.
      if (until < hourNow() || until > hourNow() + lastsHours + 1) return false;
      return holding.some((key) => sameTag(tagOf(key, until, claim, person), tag));
    },
  };
}
