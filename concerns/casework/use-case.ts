import type { Actor } from '../records/permissions.ts';
import type { Act } from './act.ts';
import type { CaseOutcome, CaseworkDependencies } from './casework.ts';
import { type AskedAct, changeCase } from './change-case.ts';

/** An act with its row of the table of acts. Throws StoreError. */
export interface UseCase<Asked> {
  (deps: CaseworkDependencies, by: Actor, asked: Asked): Promise<CaseOutcome>;
  readonly act: Act<Asked>;
}
export const makeUseCase = <Asked extends AskedAct>(act: Act<Asked>): UseCase<Asked> =>
  Object.assign(
    (deps: CaseworkDependencies, by: Actor, asked: Asked): Promise<CaseOutcome> => changeCase(deps, by, act, asked),
    { act },
  );
