import { readUnitOverview } from '../../core/casework/unit-overview.ts';
import type { Clock } from '../../core/model/calendar.ts';
import type { TimeLimits } from '../../core/model/deadlines.ts';
import type { CaseList, UnitQueries } from '../../core/ports/case-store.ts';
import type { unitOperations } from '../../contract/unit.ts';
import { type OperationHandlers, success } from './operation-results.ts';
import type { RoleHolders } from './role-holders.ts';

interface UnitOperationsDependencies {
  readonly list: CaseList;
  readonly unit: UnitQueries;
  readonly people: Pick<RoleHolders, 'handlers' | 'getNames'>;
  readonly timeLimits: TimeLimits;
  readonly clock: Clock;
  readonly timeZone: string;
}

export const createUnitOperations = (deps: UnitOperationsDependencies): OperationHandlers<typeof unitOperations> => ({
  'unit.overview': async (caller) => {
    const overview = await readUnitOverview(deps, caller.objectId, await deps.people.handlers('acu'));
    return success({ ...overview, names: await deps.people.getNames(overview.people.map(({ objectId }) => objectId)) });
  },
});
