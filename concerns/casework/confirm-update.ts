import type { Actor } from '../records/permissions.ts';
import { type AskedChange, type CaseOutcome, type CaseworkDependencies, changeCase } from './change-case.ts';
import { clockSince } from '../records/clocks.ts';

/** Notes that a case was looked at and there is nothing new to tell: the next update counts from today. Throws StoreError. */
export const confirmUpdate = (deps: CaseworkDependencies, by: Actor, asked: AskedChange): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['updateConfirmed'], ({ record, today }) =>
    clockSince(record)?.clock === 'update'
      ? { steps: [{ record: { ...record, updatedOn: today }, event: { kind: 'updateConfirmed' } }] }
      : { why: 'state' },
  );
