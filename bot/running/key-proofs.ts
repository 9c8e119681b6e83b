import type { Seal } from '../../concerns/ports/seal.ts';
import type { CaseId } from '../../concerns/terms/codes.ts';
import type { Clock } from '../../concerns/terms/calendar.ts';
import type { PersonId } from '../../concerns/terms/directory.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import { createTimedProofs } from './timed-proofs.ts';

/**
 * Proofs that someone holds the key that reports are sealed to now. A proof is bound to the case and the person, and
 * kept nowhere.
 */
export interface KeyProofs {
  /** Sealed to those who can open such cases. Throws SealError if there is no one. */
  challenge(caseId: CaseId, handledBy: HandledBy, person: PersonId): Promise<string>;
  readonly holds: (proof: string | undefined, caseId: CaseId, person: PersonId) => boolean;
}

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
