import type { Actor } from '../records/permissions.ts';
import { mayMove } from './case-states.ts';
import {
  type AskedChange,
  type CaseOutcome,
  type CaseworkDependencies,
  changeCase,
  noteOf,
  type SealedWords,
} from './change-case.ts';

export interface AskedMove extends AskedChange {
  readonly to: 'inProgress' | 'awaitingReporter' | 'reopened';
  readonly words?: SealedWords | undefined;
}

/**
 * Moves a case to a state that may follow its own. A closed case is reopened, without its outcome,
 * and no longer about to be erased. Throws StoreError.
 */
export const moveCase = (deps: CaseworkDependencies, by: Actor, asked: AskedMove): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['moved', 'reopened'], ({ record, today }) => {
    if (!mayMove(record.status, asked.to)) return { why: 'state' };
    const { closedOn: _closed, outcome: _outcome, erasure, ...open } = record;
    const detail = { from: record.status, to: asked.to };
    return {
      steps: [
        {
          // Whoever works on a case again has decided that it is needed.
          record: {
            ...open,
            ...(asked.to !== 'reopened' && erasure && { erasure }),
            status: asked.to,
            updatedOn: today,
          },
          event: { kind: asked.to === 'reopened' ? 'reopened' : 'moved', detail, ...noteOf(asked.words) },
        },
      ],
    };
  });
