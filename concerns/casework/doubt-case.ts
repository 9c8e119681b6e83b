import type { Actor } from '../records/permissions.ts';
import { type AskedAddition, type CaseOutcome, type CaseworkDependencies, changeCase } from './change-case.ts';

/** Notes that something of a case did not verify when it was opened. Throws StoreError. */
export const doubtCase = (deps: CaseworkDependencies, by: Actor, asked: AskedAddition): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['doubted'], ({ record }) => ({ steps: [{ record, event: { kind: 'doubted' } }] }), {
    evenErased: true,
  });
