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
import type { Outcome } from '../terms/outcomes.ts';
import { isAloneWithReserved, told, wasOpenedByAnother } from './second-person.ts';

export interface AskedClosing extends AskedChange {
  readonly outcome: Outcome;
  readonly words?: SealedWords | undefined;
}

/**
 * Closes a case with its outcome. Nothing is due on a closed case. Where nobody else who sees it has opened its report,
 * the reserve is told; where nobody is left who could be told, it waits for a second person. Throws StoreError.
 */
export const closeCase = (deps: CaseworkDependencies, by: Actor, asked: AskedClosing): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['closed'], async (standing) => {
    const { record, today } = standing;
    if (!mayMove(record.status, 'closed')) return { why: 'state' };
    if (await isAloneWithReserved(deps, standing)) return { why: 'needsSecond' };
    const { outcome } = asked;
    const referral = record.referral && { decision: record.referral.decision, on: record.referral.on };
    const step = {
      record: { ...record, status: 'closed', outcome, referral, closedOn: today, updatedOn: today },
      event: { kind: 'closed', detail: { from: record.status, to: 'closed', outcome }, ...noteOf(asked.words) },
    } as const;
    return (await wasOpenedByAnother(deps, standing)) ? { steps: [step] } : told(step, standing);
  });
