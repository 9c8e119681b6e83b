import { drawSample, readSample, type SampleView, superviseCase } from '../../core/casework/supervision.ts';
import type { SupervisionDependencies } from '../../core/casework/supervision.ts';
import { type OverviewDependencies, readUnitOverview } from '../../core/casework/unit-overview.ts';
import type { PersonId } from '../../core/model/roles.ts';
import type { UnitQueries } from '../../core/ports/case-store.ts';
import type { unitOperations } from '../../contract/unit.ts';
import { failure, type OperationHandlers, refusedResult, success } from './operation-results.ts';
import type { RoleHolders } from './role-holders.ts';

interface UnitOperationsDependencies extends SupervisionDependencies, OverviewDependencies {
  readonly unit: UnitQueries;
  readonly people: Pick<RoleHolders, 'handlers' | 'getNames'>;
}

const samplePeople = ({ by, cases }: SampleView): readonly PersonId[] => [
  by,
  ...cases.flatMap(({ assignee, lookedAt }) => [assignee ?? [], ...lookedAt.map((look) => look.by)].flat()),
];

export function createUnitOperations(deps: UnitOperationsDependencies): OperationHandlers<typeof unitOperations> {
  const { getNames, handlers } = deps.people;
  const toAnswer = async (sample: SampleView | undefined) =>
    success(sample ? { sample, names: await getNames(samplePeople(sample)) } : { names: [] });
  return {
    'unit.overview': async (caller) => {
      const overview = await readUnitOverview(deps, caller, await handlers('acu'));
      return success({ ...overview, names: await getNames(overview.people.map(({ objectId }) => objectId)) });
    },
    'unit.sample': async (caller, { month }) => toAnswer(await readSample(deps, caller, month)),
    'unit.drawSample': async (caller, { month }) => {
      const drawn = await drawSample(deps, caller, month);
      if (drawn === 'notNow') return failure({ code: 'unavailable' });
      return drawn === 'notOver' ? refusedResult : toAnswer(drawn);
    },
    'unit.superviseCase': async (caller, { month, caseId }) => {
      const entries = await superviseCase(deps, caller, month, caseId);
      if (entries === undefined) return refusedResult;
      const people = entries.flatMap(({ by, detail }) =>
        [typeof by === 'string' ? [] : by.objectId, detail.person ?? []].flat(),
      );
      return success({ entries, names: await getNames(people) });
    },
  };
}
