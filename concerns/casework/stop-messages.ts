import type { Actor } from '../records/permissions.ts';
import {
  type AskedChange,
  type CaseOutcome,
  type CaseworkDependencies,
  changeCase,
  type SealedWords,
} from './change-case.ts';

export interface AskedStop extends AskedChange {
  readonly stopped: boolean;
  readonly words: SealedWords;
}

/**
 * Stops messages to a reporter who may be, or may become, a covert human intelligence source, or allows them again.
 * Throws StoreError.
 */
export const stopMessages = (deps: CaseworkDependencies, by: Actor, asked: AskedStop): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['messagesStopped'], ({ record }) => {
    const { stopped } = asked;
    if (record.possibleChis === stopped) return { why: 'state' };
    return {
      steps: [
        {
          record: { ...record, possibleChis: stopped },
          event: { kind: 'messagesStopped', detail: { stopped }, note: asked.words },
        },
      ],
    };
  });
