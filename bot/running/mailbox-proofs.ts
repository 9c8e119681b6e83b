import type { Claim } from '../../concerns/ports/desk.ts';
import type { Seal } from '../../concerns/ports/seal.ts';
import type { Clock } from '../../concerns/terms/calendar.ts';
import { createTimedProofs } from './timed-proofs.ts';

/**
 * Proofs that someone holds the code of a mailbox: a handler of the case knows its public line. A proof is bound to the
 * line, the reference and the person, or a partner's session, and kept nowhere.
 */
export interface MailboxProofs {
  /** Throws SealError if the claim's line is not genuine. */
  challenge(claim: Claim, person: string): Promise<string>;
  readonly holds: (proof: string | undefined, claim: Claim, person: string) => boolean;
}

/** As long as a card may be left unfinished. */
const lastsHours = 12;

const aboutOf = ({ caseId, mailbox }: Claim, person: string): readonly string[] => [caseId, mailbox, person];

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
