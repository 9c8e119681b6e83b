import type { CaseOutcome, CaseworkDependencies } from '../../core/casework/case-action.ts';
import { agreeClosingAsReserve } from '../../core/casework/case-lifecycle.ts';
import { readmitPersonAsReserve } from '../../core/casework/exclusion.ts';
import { agreeLoweringAsReserve } from '../../core/casework/urgency.ts';
import { overseeCase, type OverseenCase, takeOverCase } from '../../core/casework/oversight.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { PersonId } from '../../core/model/roles.ts';
import type { Result } from '../../contract/operation-answers.ts';
import type { oversightOperations } from '../../contract/oversight.ts';
import type { Caller } from './caller-authentication.ts';
import type { CaseOperationsDependencies } from './case-operations.ts';
import type { RoleHolders } from './role-holders.ts';
import type { CaseListOperations } from './case-list-operations.ts';
import { success, type OperationHandlers, toFailure, refusedResult } from './operation-results.ts';

interface OversightOperationsDependencies extends Pick<CaseOperationsDependencies, 'casework' | 'onChanged'> {
  readonly list: CaseListOperations;
  readonly people: RoleHolders;
}

const overseenPeople = ({ entries, shutOut, takeover }: OverseenCase): readonly PersonId[] => [
  ...shutOut,
  ...[takeover?.by ?? []].flat(),
  ...entries.flatMap(({ by, detail }) => [typeof by === 'string' ? [] : by.objectId, detail.person ?? []].flat()),
];

export function createOversightOperations(
  deps: OversightOperationsDependencies,
): OperationHandlers<typeof oversightOperations> {
  const { casework, list, people } = deps;

  async function changeOverseenCase<Asked extends { readonly caseId: CaseId }, Answer>(
    caller: Caller,
    request: Asked,
    useCase: (deps: CaseworkDependencies, by: Caller, request: Asked) => Promise<CaseOutcome>,
    answer: Answer,
  ): Promise<Result<Answer>> {
    if (!(await list.isOverseen(caller, request.caseId))) return refusedResult;
    const outcome = await useCase(casework, caller, request);
    if (outcome.kind === 'moved') return refusedResult;
    if (outcome.kind !== 'changed') return toFailure(outcome);
    deps.onChanged();
    return success(answer);
  }

  return {
    'oversight.list': list.listOverseenCases,
    'oversight.overseeCase': async (caller, { caseId }) => {
      // First, so that a refusal takes as long as a missing case.
      if (!(await list.isOverseen(caller, caseId))) return refusedResult;
      const seen = await overseeCase(casework, caller, caseId);
      if (seen.kind === 'refused') return toFailure(seen);
      const { entries, shutOut, toAgree, toLower, takeover } = seen;
      return success({
        caseId,
        entries,
        shutOut,
        ...(toAgree && { toAgree }),
        ...(toLower && { toLower }),
        ...(takeover && { takeover }),
        people: await people.getNames(overseenPeople(seen)),
      });
    },
    'oversight.readmitPerson': async (caller, asked) =>
      changeOverseenCase(caller, asked, readmitPersonAsReserve, { readmitted: true } as const),
    'oversight.takeOver': async (caller, asked) =>
      changeOverseenCase(caller, asked, takeOverCase, { taken: asked.of !== undefined }),
    'oversight.agreeLowering': async (caller, asked) =>
      changeOverseenCase(caller, asked, agreeLoweringAsReserve, { agreed: true } as const),
    'oversight.agreeClosing': async (caller, asked) =>
      changeOverseenCase(caller, asked, agreeClosingAsReserve, { agreed: true } as const),
  };
}
