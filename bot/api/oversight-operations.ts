import { readmitPersonAsReserve } from '../../concerns/casework/exclusion.ts';
import { overseeCase, type OverseenCase } from '../../concerns/casework/oversight.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import type { Answers } from '../../contract/answers.ts';
import { type Operation, requests } from '../../contract/requests.ts';
import type { CaseOperationsDependencies } from './case-operations.ts';
import type { RoleHolders } from './role-holders.ts';
import type { CaseLists } from './case-lists.ts';
import { done, operation, type OperationRow } from './operation.ts';

export interface OversightDependencies extends Pick<CaseOperationsDependencies, 'casework' | 'onChanged'> {
  readonly list: CaseLists;
  readonly people: RoleHolders;
}

/** The operations of the reserve on what it was told of cases of the unit. */
export type OversightOperations = {
  readonly [Name in Extract<Operation, `oversight.${string}`>]: OperationRow<Answers[Name]>;
};

/** Everybody who stands in what the reserve was told. */
const peopleIn = ({ entries, shutOut }: OverseenCase): readonly PersonId[] => [
  ...shutOut,
  ...entries.flatMap(({ by, detail }) => [typeof by === 'string' ? [] : by.objectId, detail.person ?? []].flat()),
];

/** The reserve's own: which cases it was told of, what, and to let somebody in again whom a colleague shut out. */
export function createOversightOperations(deps: OversightDependencies): OversightOperations {
  const { casework, list, people } = deps;
  return {
    'oversight.list': operation(requests['oversight.list'], {
      roles: ['reserve'],
      leaves: 'log',
      run: list.overseen,
    }),
    'oversight.overseeCase': operation(requests['oversight.overseeCase'], {
      roles: ['reserve'],
      leaves: { history: ['overseen'] },
      async run(caller, { caseId }) {
        // Asked of the list first: what is refused takes as long as what is not there.
        if (!(await list.isTold(caller, caseId))) return { kind: 'refused' };
        const seen = await overseeCase(casework, caller, caseId);
        if (seen.kind === 'refused') return seen;
        const { entries, shutOut } = seen;
        return done({ caseId, entries, shutOut, people: await people.named(peopleIn(seen)) });
      },
    }),
    'oversight.readmitPerson': operation(requests['oversight.readmitPerson'], {
      roles: ['reserve'],
      leaves: { history: ['readmitted'] },
      async run(caller, asked) {
        if (!(await list.isTold(caller, asked.caseId))) return { kind: 'refused' };
        const outcome = await readmitPersonAsReserve(casework, caller, asked);
        if (outcome.kind === 'moved') return { kind: 'refused' };
        if (outcome.kind !== 'changed') return outcome;
        deps.onChanged();
        return done({ readmitted: true } as const);
      },
    }),
  };
}
