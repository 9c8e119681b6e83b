import type { AskedChange, CaseOutcome, CaseworkDependencies } from '../../../../concerns/casework/casework.ts';
import { changeCase } from '../../../../concerns/casework/change-case.ts';
import type { Actor } from '../../../../concerns/records/permissions.ts';

/** Takes up a case oneself. Throws StoreError. */
export const takeUpCase = (deps: CaseworkDependencies, actor: Actor, asked: AskedChange): Promise<CaseOutcome> =>
  changeCase(deps, actor, asked, ['assigned'], ({ record, by }) =>
    record.assignee === by
      ? { why: 'state' }
      : { steps: [{ record: { ...record, assignee: by }, event: { kind: 'assigned', detail: { person: by } } }] },
  );
