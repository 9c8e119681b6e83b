import type { Actor } from '../records/permissions.ts';
import { type AskedChange, type CaseOutcome, type CaseworkDependencies, changeCase } from './change-case.ts';
import { deadlineSince } from '../records/deadlines.ts';

/** Notes that a case was looked at and there is nothing new to tell: the next update counts from today. Throws StoreError. */
export const confirmUpdate = (deps: CaseworkDependencies, by: Actor, asked: AskedChange): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['updateConfirmed'], ({ record, today }) =>
    deadlineSince(record)?.deadline === 'update'
      ? { steps: [{ record: { ...record, updatedOn: today }, event: { kind: 'updateConfirmed' } }] }
      : { why: 'state' },
  );
