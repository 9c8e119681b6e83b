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
import type { Answers } from '../../contract/answers.ts';
import { type Operation, requests } from '../../contract/requests.ts';
import type { IdentityRequests } from './identity-requests.ts';
import { createLeaving, type LeavingDependencies } from './leaving.ts';
import { done, operation, type OperationRow, type Ran } from './operation.ts';
import type { RoleHolders } from './role-holders.ts';

export interface IdentityDependencies extends LeavingDependencies {
  readonly requests: IdentityRequests;
  readonly people: RoleHolders;
  /** Told after an opening: the reserve's notice is due. */
  readonly onChanged: () => void;
  /** Told of whoever looks at what waits for them. */
  readonly onLooked: (person: PersonId) => void;
}

/** The operations of custodians on sealed identities, and on the requests for them. */
export type IdentityOperations = {
  readonly [Name in Extract<Operation, `identity.${string}`>]: OperationRow<Answers[Name]>;
};

const custodians = ['custodian'] as const;

/** The outcome of a change of which a custodian sees no more than that it was made. */
function made<Answer>(outcome: CaseOutcome, answer: Answer): Ran<Answer> {
  if (outcome.kind === 'refused' || outcome.kind === 'notAllowed') return outcome;
  return outcome.kind === 'changed' ? done(answer) : { kind: 'refused' };
}

/** The custodians' own: what is asked for, why, and to agree, to refuse, to open and to share. */
export function createIdentityOperations(deps: IdentityDependencies): IdentityOperations {
  const { casework, people, onLooked } = deps;
  const leaving = createLeaving(deps);
  const [ask, agree] = [leaving(askIdentity, askedOfCustodians), leaving(agreeIdentity, askedOfCustodians)];
  return {
    'identity.list': operation(requests['identity.list'], {
      roles: custodians,
      leaves: 'log',
      run: (caller) => {
        onLooked(caller.objectId);
        return deps.requests(caller);
      },
    }),
    'identity.consider': operation(requests['identity.consider'], {
      roles: custodians,
      leaves: { history: ['identityConsidered'] },
      run: async (caller, asked): Promise<Ran<Answers['identity.consider']>> => {
        const considered = await considerIdentity(casework, caller, asked);
        if (considered.kind !== 'considered') return considered;
        const { request, entries } = considered;
        const { caseId, handledBy } = considered.record;
        const writers = entries.flatMap(({ by }) => (typeof by === 'object' ? by.objectId : []));
        const named = await people.named([request.by, ...(request.agreedBy ?? []), ...writers]);
        return done({ caseId, request, handledBy, entries, people: named });
      },
    }),
    'identity.ask': operation(requests['identity.ask'], {
      roles: custodians,
      leaves: { history: ['identityAsked'] },
      run: async (caller, asked) => made(await ask(casework, caller, asked), { asked: true } as const),
    }),
    'identity.withdraw': operation(requests['identity.withdraw'], {
      roles: custodians,
      leaves: { history: ['identityWithdrawn'] },
      run: async (caller, asked) => made(await withdrawIdentity(casework, caller, asked), { withdrawn: true } as const),
    }),
    'identity.agree': operation(requests['identity.agree'], {
      roles: custodians,
      leaves: { history: ['identityAgreed'] },
      run: async (caller, asked) => made(await agree(casework, caller, asked), { agreed: true } as const),
    }),
    'identity.refuse': operation(requests['identity.refuse'], {
      roles: custodians,
      leaves: { history: ['identityRefused'] },
      run: async (caller, asked) => made(await refuseIdentity(casework, caller, asked), { refused: true } as const),
    }),
    'identity.open': operation(requests['identity.open'], {
      roles: custodians,
      leaves: { history: ['identityOpened'] },
      run: async (caller, asked): Promise<Ran<Answers['identity.open']>> => {
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
    }),
    'identity.share': operation(requests['identity.share'], {
      roles: custodians,
      leaves: { history: ['identityShared'] },
      run: async (caller, asked) => made(await shareIdentity(casework, caller, asked), { shared: true } as const),
    }),
  };
}
