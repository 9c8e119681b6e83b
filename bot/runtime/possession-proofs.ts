import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { CaseCredential } from '../../core/ports/intake.ts';
import type { TextSealer } from '../../core/ports/seal.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { Clock } from '../../core/model/calendar.ts';
import type { PersonId } from '../../core/model/roles.ts';
import { timingSafeEqualText } from '../../core/model/digests.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';

/**
 * Proofs that someone holds the key to which reports are sealed now. Stored nowhere; each is bound to a case and a
 * person.
 */
export interface KeyProofs {
  /** Sealed to those who can open such cases. Throws SealError if there is no one. */
  challenge(caseId: CaseId, handledBy: HandledBy, person: PersonId): Promise<string>;
  readonly verify: (proof: string | undefined, caseId: CaseId, person: PersonId) => boolean;
}

export function createKeyProofs(deps: {
  readonly secret: string;
  readonly secretBefore?: string | undefined;
  readonly seal: Pick<TextSealer, 'seal'>;
  readonly clock: Clock;
}): KeyProofs {
  const proofs = createPossessionProofs({ ...deps, label: 'key proofs', hours: 1 });
  return {
    challenge: (caseId, handledBy, person) => deps.seal.seal(proofs.create([caseId, person]), handledBy),
    verify: (proof, caseId, person) => proofs.verify(proof, [caseId, person]),
  };
}

/**
 * Proofs that someone holds the code of a mailbox: a handler of the case knows its public key. Stored nowhere; each is
 * bound to that key, the reference and the person, or a partner's session.
 */
export interface MailboxProofs {
  /** Throws SealError if the claim's public key is not genuine. */
  challenge(claim: CaseCredential, person: string): Promise<string>;
  readonly verify: (proof: string | undefined, claim: CaseCredential, person: string) => boolean;
}

const claimTerms = ({ caseId, mailbox }: CaseCredential, person: string): readonly string[] => [
  caseId,
  mailbox,
  person,
];

export function createMailboxProofs(deps: {
  readonly secret: string;
  readonly secretBefore?: string | undefined;
  readonly seal: Pick<TextSealer, 'sealToMailbox'>;
  readonly clock: Clock;
}): MailboxProofs {
  // As long as someone may leave a card unfinished.
  const proofs = createPossessionProofs({ ...deps, label: 'mailbox proofs', hours: 12 });
  return {
    challenge: (claim, person) => deps.seal.sealToMailbox(proofs.create(claimTerms(claim, person)), claim.mailbox),
    verify: (proof, claim, person) => proofs.verify(proof, claimTerms(claim, person)),
  };
}

const hourMs = 3_600_000;

const deriveKey = (secret: string, label: string): KeyObject =>
  createSecretKey(new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), `candour/1/${label}`, 32)));

/** The server hands them out sealed: someone who returns one could open the seal. */
function createPossessionProofs(deps: {
  readonly secret: string;
  readonly secretBefore?: string | undefined;
  /** A proof of one kind is no good for another. */
  readonly label: string;
  readonly hours: number;
  readonly clock: Clock;
}) {
  const signingKey = deriveKey(deps.secret, deps.label);
  const verificationKeys = [
    signingKey,
    ...(deps.secretBefore === undefined ? [] : [deriveKey(deps.secretBefore, deps.label)]),
  ];
  const hourNow = () => Math.floor(deps.clock().getTime() / hourMs);
  const computeTag = (key: KeyObject, until: number, terms: readonly string[]): string =>
    createHmac('sha256', key)
      .update(JSON.stringify([until, ...terms]))
      .digest('base64url');

  return {
    /** `terms` always have the same length. */
    create(terms: readonly string[]): string {
      const until = hourNow() + deps.hours;
      return `${until}.${computeTag(signingKey, until, terms)}`;
    },
    verify(proof: string | undefined, terms: readonly string[]): boolean {
      const [, hour, tag] = /^(\d{1,9})\.([\w-]{43})$/u.exec(proof ?? '') ?? [];
      if (hour === undefined || tag === undefined) return false;
      const until = Number(hour);
      // Servers' clocks differ by minutes.
      if (until < hourNow() || until > hourNow() + deps.hours + 1) return false;
      return verificationKeys.some((key) => timingSafeEqualText(computeTag(key, until, terms), tag));
    },
  };
}
