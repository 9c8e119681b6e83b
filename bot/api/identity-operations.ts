import type { CaseworkDependencies } from '../../concerns/casework/act.ts';
import type { UseCase } from '../../concerns/casework/change-case.ts';
import type { Caller } from './caller.ts';
import {
  agreeIdentity,
  askIdentity,
  considerIdentity,
  openIdentity,
  refuseIdentity,
  shareIdentity,
  withdrawIdentity,
} from '../../concerns/casework/identity.ts';
import type { PersonId } from '../../concerns/terms/directory.ts';
import type { Result } from '../../contract/answers.ts';
import type { identityOperations } from '../../contract/identities.ts';
import type { IdentityRequests } from './identity-requests.ts';
import { done, type Handlers, notDone, notTaken, refused } from './operation.ts';
import type { RoleHolders } from './role-holders.ts';

export interface IdentityDependencies {
  readonly casework: CaseworkDependencies;
  readonly onWaits: (people: readonly PersonId[]) => void;
  readonly requests: IdentityRequests;
  readonly people: RoleHolders;
  /** The reserve's notice is due after an opening. */
  readonly onChanged: () => void;
  readonly onLooked: (person: PersonId) => void;
}

export function createIdentityOperations(deps: IdentityDependencies): Handlers<typeof identityOperations> {
  const { casework, people, onLooked } = deps;

  /** The answer says only that it was made. */
  const change =
    <Asked, Answer>(useCase: UseCase<Asked>, answer: Answer) =>
    async (caller: Caller, asked: Asked): Promise<Result<Answer>> => {
      const outcome = await useCase(casework, caller, asked);
      if (outcome.kind === 'refused' || outcome.kind === 'notAllowed') return notTaken(outcome);
      if (outcome.kind !== 'changed') return refused;
      if (outcome.waits) deps.onWaits(outcome.waits);
      return done(answer);
    };
  return {
    'identity.list': (caller) => {
      onLooked(caller.objectId);
      return deps.requests(caller);
    },
    'identity.consider': async (caller, asked) => {
      const considered = await considerIdentity(casework, caller, asked);
      if (considered.kind !== 'considered') return notTaken(considered);
      const { request, entries } = considered;
      const { caseId, handledBy } = considered.record;
      const writers = entries.flatMap(({ by }) => (typeof by === 'object' ? by.objectId : []));
      const named = await people.named([request.by, ...(request.agreedBy ?? []), ...writers]);
      return done({ caseId, request, handledBy, entries, people: named });
    },
    'identity.ask': change(askIdentity, { asked: true } as const),
    'identity.withdraw': change(withdrawIdentity, { withdrawn: true } as const),
    'identity.agree': change(agreeIdentity, { agreed: true } as const),
    'identity.refuse': change(refuseIdentity, { refused: true } as const),
    'identity.open': async (caller, asked) => {
      const outcome = await openIdentity(casework, caller, asked);
      if (outcome.kind === 'refused' || outcome.kind === 'notAllowed') return notTaken(outcome);
      // The seal leaves only after its own entry.
      if (outcome.kind !== 'changed' || !outcome.isNew) return refused;
      deps.onChanged();
      if (outcome.waits) deps.onWaits(outcome.waits);
      const { caseId, mode, receivedOn, handledBy, sealedIdentity, attestedIdentity } = outcome.record;
      if (sealedIdentity === undefined) return notDone({ code: 'notAllowed', why: 'noIdentity' });
      const attested = attestedIdentity === undefined ? {} : { attestedIdentity };
      return done({ sealedIdentity, ...attested, caseId, mode, receivedOn, handledBy });
    },
    'identity.share': change(shareIdentity, { shared: true } as const),
  };
}
