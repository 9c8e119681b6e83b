import type { Seal } from '../../concerns/ports/seal.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import { createTimedProofs } from './timed-proofs.ts';

/**
 * Proofs that somebody holds the key that reports are sealed to now, by which they can open a case. A proof is bound to
 * the case and the person, good at every server that has the secret, and kept nowhere.
 */
export interface KeyProofs {
  /** A proof, sealed to those who can open such cases. Throws SealError if there is nobody. */
  challenge(caseId: CaseId, handledBy: HandledBy, person: PersonId): Promise<string>;
  /** Whether this is a proof for that case and person that is not over. */
  readonly holds: (proof: string | undefined, caseId: CaseId, person: PersonId) => boolean;
}

/** Proofs under the server's secret; those that the secret before it made go on. */
export function createKeyProofs(deps: {
  readonly secret: string;
  readonly secretBefore?: string | undefined;
  readonly seal: Pick<Seal, 'seal'>;
  readonly clock: Clock;
}): KeyProofs {
  const { secret, secretBefore, clock } = deps;
  const proofs = createTimedProofs({ secret, secretBefore, clock, label: 'key proofs', hours: 1 });
  return {
    challenge: (caseId, handledBy, person) => deps.seal.seal(proofs.make([caseId, person]), handledBy),
    holds: (proof, caseId, person) => proofs.holds(proof, [caseId, person]),
  };
}
