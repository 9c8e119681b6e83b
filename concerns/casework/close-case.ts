import type { Actor } from '../permissions.ts';
import { mayMove } from './case-states.ts';
import {
  type AskedChange,
  type CaseOutcome,
  type CaseworkDependencies,
  changeCase,
  noteOf,
  type SealedWords,
} from './change-case.ts';
import type { Outcome } from './outcomes.ts';

export interface AskedClosing extends AskedChange {
  readonly outcome: Outcome;
  readonly words?: SealedWords | undefined;
}

/** Closes a case with its outcome. Nothing is due on a closed case. Throws StoreError. */
export const closeCase = (deps: CaseworkDependencies, by: Actor, asked: AskedClosing): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['closed'], ({ record, today }) => {
    if (!mayMove(record.status, 'closed')) return { why: 'state' };
    const { outcome } = asked;
    const referral = record.referral && { decision: record.referral.decision, on: record.referral.on };
    return {
      steps: [
        {
          record: { ...record, status: 'closed', outcome, referral, closedOn: today, updatedOn: today },
          event: { kind: 'closed', detail: { from: record.status, to: 'closed', outcome }, ...noteOf(asked.words) },
        },
      ],
    };
  });
