import type { CaseworkDependencies } from '../../core/casework/case-action.ts';
import { acknowledgeCases, type BulkOutcome, bulkAssignCases } from '../../core/casework/case-management.ts';
import type { CaseFilter, CaseList } from '../../core/ports/case-store.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { PersonId } from '../../core/model/roles.ts';
import { type caseListOperations, bulkLimits } from '../../contract/case-lists.ts';
import type { EventLog } from '../runtime/event-log.ts';
import { selectHandledBy } from './case-list-operations.ts';
import { success, type OperationHandlers, refusedResult } from './operation-results.ts';
import { type RoleHolders, handlingRole } from './role-holders.ts';

type BulkOperation = Extract<keyof typeof caseListOperations, `bulk.${string}`>;
const maxCounted = 999;

/** Each case has its own write and its own entry. */
export function createBulkOperations(deps: {
  readonly casework: CaseworkDependencies;
  readonly cases: CaseList;
  readonly people: RoleHolders;
  readonly onChanged: () => void;
  readonly onPendingWork: (people: readonly PersonId[]) => void;
  readonly log: EventLog;
}): Pick<OperationHandlers<typeof caseListOperations>, BulkOperation> {
  const { casework, people, log } = deps;

  function bulkResult(outcomes: ReadonlyMap<CaseId, BulkOutcome>, name: BulkOperation) {
    const all = [...outcomes].map(([caseId, outcome]) => ({ caseId, outcome }));
    for (const { outcome } of all)
      if (outcome === 'refused') log({ event: 'tabRefused', reason: 'case', operation: name });
    if (all.some(({ outcome }) => outcome === 'done')) deps.onChanged();
    return success({ outcomes: all });
  }

  return {
    'bulk.people': async (caller, asked) => {
      const handledBy = selectHandledBy(caller, asked.handledBy);
      if (handledBy === undefined) return refusedResult;
      const [known, came] = await Promise.all([people.handlers(handledBy), people.all()]);
      const role = handlingRole(handledBy);
      const names = new Map(came.map(({ objectId, name }) => [objectId, name]));
      const held = came.filter(({ roles }) => roles.includes(role)).map(({ objectId }) => objectId);
      const shown = await Promise.all(
        [...new Set([...known, ...held])].map(async (objectId) => ({
          objectId,
          name: names.get(objectId) ?? '',
          open: await deps.cases.count(
            { handledBy, viewer: caller.objectId, status: 'open', assignedTo: { objectId } },
            maxCounted,
          ),
          mayHave: known.includes(objectId),
        })),
      );
      return success({ people: shown.filter(({ open, mayHave }) => open > 0 || mayHave) });
    },

    'bulk.casesWith': async (caller, { person, handledBy: asked }) => {
      const handledBy = selectHandledBy(caller, asked);
      if (handledBy === undefined) return refusedResult;
      const filter = {
        handledBy,
        viewer: caller.objectId,
        status: 'open',
        assignedTo: { objectId: person },
      } as const satisfies CaseFilter;
      const page = await deps.cases.page(filter, undefined, bulkLimits.step);
      return success({ caseIds: page.map(({ caseId }) => caseId) });
    },

    'bulk.acknowledge': async (caller, { cases }) =>
      bulkResult(await acknowledgeCases(casework, caller, cases), 'bulk.acknowledge'),

    'bulk.give': async (caller, { cases, to }) => {
      const waiting = new Set<PersonId>();
      const outcomes = await bulkAssignCases(casework, caller, { cases, to }, (people) => {
        for (const one of people) waiting.add(one);
      });
      if (waiting.size > 0) deps.onPendingWork([...waiting]);
      return bulkResult(outcomes, 'bulk.give');
    },
  };
}
