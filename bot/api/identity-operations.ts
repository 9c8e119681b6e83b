import type { CaseOutcome } from '../../concerns/casework/casework.ts';
import { openIdentity, shareIdentity } from '../../concerns/casework/identity.ts';
import {
  agreeIdentity,
  askIdentity,
  considerIdentity,
  refuseIdentity,
  withdrawIdentity,
} from '../../concerns/casework/identity-request.ts';
import { askedOfCustodians } from '../../concerns/casework/who-waits.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import type { identityOperations } from '../../contract/identities.ts';
import type { IdentityRequests } from './identity-requests.ts';
import { createLeaving, type LeavingDependencies } from './leaving.ts';
import { done, type Handlers, type Ran } from './operation.ts';
import type { RoleHolders } from './role-holders.ts';

export interface IdentityDependencies extends LeavingDependencies {
  readonly requests: IdentityRequests;
  readonly people: RoleHolders;
  /** Told after an opening: the reserve's notice is due. */
  readonly onChanged: () => void;
  /** Told of whoever looks at what waits for them. */
  readonly onLooked: (person: PersonId) => void;
}

/** The outcome of a change of which a custodian sees no more than that it was made. */
function made<Answer>(outcome: CaseOutcome, answer: Answer): Ran<Answer> {
  if (outcome.kind === 'refused' || outcome.kind === 'notAllowed') return outcome;
  return outcome.kind === 'changed' ? done(answer) : { kind: 'refused' };
}

/** The custodians' own: what is asked for, why, and to agree, to refuse, to open and to share. */
export function createIdentityOperations(deps: IdentityDependencies): Handlers<typeof identityOperations> {
  const { casework, people, onLooked } = deps;
  const leaving = createLeaving(deps);
  const [ask, agree] = [leaving(askIdentity, askedOfCustodians), leaving(agreeIdentity, askedOfCustodians)];
  return {
    'identity.list': (caller) => {
      onLooked(caller.objectId);
      return deps.requests(caller);
    },
    'identity.consider': async (caller, asked) => {
      const considered = await considerIdentity(casework, caller, asked);
      if (considered.kind !== 'considered') return considered;
      const { request, entries } = considered;
      const { caseId, handledBy } = considered.record;
      const writers = entries.flatMap(({ by }) => (typeof by === 'object' ? by.objectId : []));
      const named = await people.named([request.by, ...(request.agreedBy ?? []), ...writers]);
      return done({ caseId, request, handledBy, entries, people: named });
    },
    'identity.ask': async (caller, asked) => made(await ask(casework, caller, asked), { asked: true } as const),
    'identity.withdraw': async (caller, asked) =>
      made(await withdrawIdentity(casework, caller, asked), { withdrawn: true } as const),
    'identity.agree': async (caller, asked) => made(await agree(casework, caller, asked), { agreed: true } as const),
    'identity.refuse': async (caller, asked) =>
      made(await refuseIdentity(casework, caller, asked), { refused: true } as const),
    'identity.open': async (caller, asked) => {
      const outcome = await openIdentity(casework, caller, asked);
      if (outcome.kind === 'refused' || outcome.kind === 'notAllowed') return outcome;
      // The seal leaves after its own entry, and after no other.
      if (outcome.kind !== 'changed' || !outcome.isNew) return { kind: 'refused' };
      deps.onChanged();
      const { assignee } = outcome.record;
      if (assignee !== undefined) deps.onWaits([assignee]);
      const { caseId, mode, receivedOn, handledBy, sealedIdentity, attestedIdentity } = outcome.record;
      if (sealedIdentity === undefined) return { kind: 'notAllowed', why: 'noIdentity' };
      const attested = attestedIdentity === undefined ? {} : { attestedIdentity };
      return done({ sealedIdentity, ...attested, caseId, mode, receivedOn, handledBy });
    },
    'identity.share': async (caller, asked) =>
      made(await shareIdentity(casework, caller, asked), { shared: true } as const),
  };
}
