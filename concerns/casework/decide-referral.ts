import { addDays } from '../terms/calendar.ts';
import type { Actor } from '../records/permissions.ts';
import {
  type AskedChange,
  type CaseOutcome,
  type CaseworkDependencies,
  changeCase,
  type SealedWords,
} from './change-case.ts';
import type { ReferralDecision } from '../terms/outcomes.ts';

export interface AskedReferral extends AskedChange {
  readonly decision: ReferralDecision;
  readonly words: SealedWords;
}

/** Decides, with a reason, whether an open case is referred to the IOPC, and from when that is due. Throws StoreError. */
export const decideReferral = (deps: CaseworkDependencies, by: Actor, asked: AskedReferral): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['referralDecided'], ({ record, today }) => {
    if (record.status === 'closed') return { why: 'state' };
    const { decision } = asked;
    const isDue = decision === 'refer' && deps.referralDays !== undefined;
    const due = isDue ? { dueOn: addDays(today, deps.referralDays) } : {};
    return {
      steps: [
        {
          record: { ...record, referral: { decision, on: today, ...due } },
          event: { kind: 'referralDecided', detail: { decision, ...due }, note: asked.words },
        },
      ],
    };
  });
