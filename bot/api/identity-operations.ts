import type { CaseworkDependencies } from '../../core/casework/case-action.ts';
import type { UseCase } from '../../core/casework/use-case.ts';
import type { Caller } from './caller-authentication.ts';
import {
  approveIdentityRequest,
  requestIdentity,
  considerIdentityRequest,
  openIdentity,
  refuseIdentityRequest,
  shareIdentity,
  withdrawIdentityRequest,
} from '../../core/casework/identity.ts';
import type { PersonId } from '../../core/model/roles.ts';
import type { Result } from '../../contract/operation-answers.ts';
import type { identityOperations } from '../../contract/identities.ts';
import { success, type OperationHandlers, failure, toFailure, refusedResult } from './operation-results.ts';
import type { RoleHolders } from './role-holders.ts';
import type { CaseList } from '../../core/ports/case-store.ts';
import { identityRequestByCurrentHolders } from '../../core/model/identity-request.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import type { EventLog } from '../runtime/event-log.ts';

interface IdentityOperationsDependencies {
  readonly casework: CaseworkDependencies;
  readonly onPendingWork: (people: readonly PersonId[]) => void;
  readonly list: CaseList;
  readonly people: RoleHolders;
  readonly onChanged: () => void;
  readonly onWorkViewed: (person: PersonId) => void;
  readonly log: EventLog;
}

export function createIdentityOperations(
  deps: IdentityOperationsDependencies,
): OperationHandlers<typeof identityOperations> {
  const { casework, people, onWorkViewed } = deps;

  /** The answer says only that it was made. */
  const change =
    <Asked, Answer>(useCase: UseCase<Asked>, answer: Answer) =>
    async (caller: Caller, asked: Asked): Promise<Result<Answer>> => {
      const outcome = await useCase(casework, caller, asked);
      if (outcome.kind === 'refused' || outcome.kind === 'notAllowed') return toFailure(outcome);
      if (outcome.kind !== 'changed') return refusedResult;
      if (outcome.peopleToNotify) deps.onPendingWork(outcome.peopleToNotify);
      return success(answer);
    };
  return {
    'identity.list': (caller) => {
      onWorkViewed(caller.objectId);
      return listPendingIdentityRequests(deps, caller);
    },
    'identity.consider': async (caller, asked) => {
      const considered = await considerIdentityRequest(casework, caller, asked);
      if (considered.kind !== 'considered') return toFailure(considered);
      const { request, entries } = considered;
      const { caseId, handledBy } = considered.record;
      const writers = entries.flatMap(({ by }) => (typeof by === 'object' ? by.objectId : []));
      const named = await people.getNames([request.by, ...(request.agreedBy ?? []), ...writers]);
      return success({ caseId, request, handledBy, entries, people: named });
    },
    'identity.ask': change(requestIdentity, { asked: true } as const),
    'identity.withdraw': change(withdrawIdentityRequest, { withdrawn: true } as const),
    'identity.agree': change(approveIdentityRequest, { agreed: true } as const),
    'identity.refuse': change(refuseIdentityRequest, { refused: true } as const),
    'identity.open': async (caller, asked) => {
      const outcome = await openIdentity(casework, caller, asked);
      if (outcome.kind === 'refused' || outcome.kind === 'notAllowed') return toFailure(outcome);
      // The seal leaves only after its own entry.
      if (outcome.kind !== 'changed' || !outcome.isNew) return refusedResult;
      deps.onChanged();
      if (outcome.peopleToNotify) deps.onPendingWork(outcome.peopleToNotify);
      const { caseId, mode, receivedOn, handledBy, sealedIdentity, attestedIdentity } = outcome.record;
      if (sealedIdentity === undefined) return failure({ code: 'notAllowed', why: 'noIdentity' });
      const attested = attestedIdentity === undefined ? {} : { attestedIdentity };
      return success({ sealedIdentity, ...attested, caseId, mode, receivedOn, handledBy });
    },
    'identity.share': change(shareIdentity, { shared: true } as const),
  };
}

const maxShown = 50;

/** Without cases that exclude the custodian. */
async function listPendingIdentityRequests(
  { list, people, log }: Pick<IdentityOperationsDependencies, 'list' | 'people' | 'log'>,
  { objectId }: Caller,
): Promise<Result<OperationAnswer<'identity.list'>>> {
  const onInconsistent = (cases: number) => log({ event: 'listDiffers', cases });
  const kinds = ['acu', 'reserve'] as const;
  const [pages, custodians, acu, reserve] = await Promise.all([
    Promise.all(
      kinds.map((handledBy) =>
        list.page({ handledBy, viewer: objectId, identityAsked: true }, undefined, maxShown, onInconsistent),
      ),
    ),
    people.holders('custodian'),
    people.handlers('acu'),
    people.handlers('reserve'),
  ]);
  const handlers = { acu, reserve };
  const rows = pages.flat().flatMap((figures) => {
    // The list leaves out cases that exclude the caller; the record does not say if the asker is excluded since.
    const request = identityRequestByCurrentHolders(
      { ...figures, excluded: [] },
      handlers[figures.handledBy],
      custodians,
    );
    return request === undefined ? [] : [{ caseId: figures.caseId, request }];
  });
  const named = await people.getNames(rows.flatMap(({ request }) => [request.by, ...(request.agreedBy ?? [])]));
  return success({
    rows: rows.toSorted((one, other) => one.request.on.localeCompare(other.request.on)),
    people: named,
    isMore: pages.some((page) => page.length === maxShown),
  });
}
