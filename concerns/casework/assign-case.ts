import type { Actor } from '../records/permissions.ts';
import {
  type AskedChange,
  type CaseOutcome,
  type CaseworkDependencies,
  changeCase,
  noteOf,
  type SealedWords,
} from './change-case.ts';
import { handlersLeft } from './handlers-left.ts';
import type { PersonId } from '../terms/person-id.ts';

export interface AskedAssignment extends AskedChange {
  /** To nobody where it is missing. */
  readonly to?: PersonId | undefined;
  readonly words?: SealedWords | undefined;
}

/**
 * Claims a case, hands it over, or gives it to nobody. It goes to those only who can see it, and are known to handle
 * such cases. Throws StoreError.
 */
export const assignCase = (deps: CaseworkDependencies, by: Actor, asked: AskedAssignment): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['assigned'], async ({ record, by: actor }) => {
    const { to } = asked;
    if (to === record.assignee) return { why: 'state' };
    if (to !== undefined && !(await handlersLeft(deps, record, actor)).includes(to)) return { why: 'noSuchPerson' };
    const detail = to === undefined ? {} : { person: to };
    return {
      steps: [{ record: { ...record, assignee: to }, event: { kind: 'assigned', detail, ...noteOf(asked.words) } }],
    };
  });
