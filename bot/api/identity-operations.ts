import type { CaseworkDependencies } from '../../core/casework/acts.ts';
import type { UseCase } from '../../core/casework/change-case.ts';
import type { Caller } from './tab-authentication.ts';
import {
  agreeIdentity,
  askIdentity,
  considerIdentity,
  openIdentity,
  refuseIdentity,
  shareIdentity,
  withdrawIdentity,
} from '../../core/casework/identity.ts';
import type { PersonId } from '../../core/model/directory.ts';
import type { Result } from '../../contract/answers.ts';
import type { identityOperations } from '../../contract/identities.ts';
import { done, type Handlers, notDone, notTaken, refused } from './operation.ts';
import type { RoleHolders } from './role-holders.ts';
import type { CaseList } from '../../core/ports/case-store.ts';
import { requestOfHolders } from '../../core/model/identity-request.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import type { EventLog } from '../runtime/event-log.ts';

interface IdentityDependencies {
  readonly casework: CaseworkDependencies;
  readonly onWaits: (people: readonly PersonId[]) => void;
  readonly list: CaseList;
  readonly people: RoleHolders;
  /** The reserve's notice is due after an opening. */
  readonly onChanged: () => void;
  readonly onLooked: (person: PersonId) => void;
  readonly log: EventLog;
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
      return waitingRequests(deps, caller);
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

/** The rest follow once some are answered. */
const mostShown = 50;

/** Waiting requests for identities, oldest first, without cases that the custodian is shut out of. */
async function waitingRequests(
  { list, people, log }: Pick<IdentityDependencies, 'list' | 'people' | 'log'>,
  { objectId }: Caller,
): Promise<Result<AnswerOf<'identity.list'>>> {
  const onDiffers = (cases: number) => log({ event: 'listDiffers', cases });
  const kinds = ['acu', 'reserve'] as const;
  const [pages, custodians, acu, reserve] = await Promise.all([
    Promise.all(
      kinds.map((handledBy) =>
        list.page({ handledBy, viewer: objectId, identityAsked: true }, undefined, mostShown, onDiffers),
      ),
    ),
    people.holders('custodian'),
    people.handlers('acu'),
    people.handlers('reserve'),
  ]);
  const handlers = { acu, reserve };
  const rows = pages.flat().flatMap((figures) => {
    // The list has no case that the caller is shut out of; whether the asker is since, the record does not say.
    const request = requestOfHolders({ ...figures, excluded: [] }, handlers[figures.handledBy], custodians);
    return request === undefined ? [] : [{ caseId: figures.caseId, request }];
  });
  const named = await people.named(rows.flatMap(({ request }) => [request.by, ...(request.agreedBy ?? [])]));
  return done({
    rows: rows.toSorted((one, other) => one.request.on.localeCompare(other.request.on)),
    people: named,
    isMore: pages.some((page) => page.length === mostShown),
  });
}
