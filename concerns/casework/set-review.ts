import type { Day } from '../terms/calendar.ts';
import type { Actor } from '../records/permissions.ts';
import {
  type AskedChange,
  type CaseOutcome,
  type CaseworkDependencies,
  changeCase,
  noteOf,
  type SealedWords,
} from './change-case.ts';

export interface AskedReview extends AskedChange {
  readonly reviewOn: Day;
  /** Nothing of the case is erased while it is held. */
  readonly hold: boolean;
  readonly words?: SealedWords | undefined;
}

/** Sets a day to come on which it is looked at whether a case is still needed, and whether it is held. Throws StoreError. */
export const setReview = (deps: CaseworkDependencies, by: Actor, asked: AskedReview): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['reviewSet'], ({ record, today }) => {
    const { reviewOn, hold } = asked;
    if (reviewOn <= today) return { why: 'state' };
    return {
      steps: [
        {
          record: { ...record, reviewOn, hold },
          event: { kind: 'reviewSet', detail: { reviewOn, hold }, ...noteOf(asked.words) },
        },
      ],
    };
  });
