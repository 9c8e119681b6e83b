import type { Claim } from '../../concerns/ports/desk.ts';
import type { Seal } from '../../concerns/ports/seal.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { createTimedProofs } from './timed-proofs.ts';

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

/** As long as a card may be left unfinished. */
const lastsHours = 12;

const aboutOf = ({ caseId, mailbox }: Claim, person: string): readonly string[] => [caseId, mailbox, person];

/** Proofs under the server's secret; those that the secret before it made go on. */
export function createMailboxProofs(deps: {
  readonly secret: string;
  readonly secretBefore?: string | undefined;
  readonly seal: Pick<Seal, 'sealToMailbox'>;
  readonly clock: Clock;
}): MailboxProofs {
  const { secret, secretBefore, clock } = deps;
  const proofs = createTimedProofs({ secret, secretBefore, clock, label: 'mailbox proofs', hours: lastsHours });
  return {
    challenge: (claim, person) => deps.seal.sealToMailbox(proofs.make(aboutOf(claim, person)), claim.mailbox),
    holds: (proof, claim, person) => proofs.holds(proof, aboutOf(claim, person)),
  };
}
