import type { Flag } from '../terms/kinds.ts';
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
import type { Grading } from '../terms/grading.ts';
import type { NationalCategory } from '../terms/national-categories.ts';
import type { Regime } from '../terms/outcomes.ts';

export interface AskedTriage extends AskedChange {
  readonly category: NationalCategory;
  readonly grading: Grading;
  readonly flags: readonly Flag[];
  readonly regime: Regime;
  readonly words?: SealedWords | undefined;
}

/**
 * Grades a case. The first time makes an acknowledged case a triaged one; later ones change the grading only, until it
 * is closed. Throws StoreError.
 */
export const triageCase = (deps: CaseworkDependencies, by: Actor, asked: AskedTriage): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['triaged'], ({ record, today }) => {
    const first = mayMove(record.status, 'triaged');
    if (record.triagedOn === undefined ? !first : record.status === 'closed') return { why: 'state' };
    const { category, grading, regime } = asked;
    const flags = [...new Set(asked.flags)];
    const graded = { ...record, nationalCategory: category, grading, flags, regime };
    const detail = { category, grading, flags, regime };
    return {
      steps: [
        first
          ? {
              record: { ...graded, status: 'triaged', triagedOn: today, updatedOn: today },
              event: {
                kind: 'triaged',
                detail: { ...detail, from: record.status, to: 'triaged' },
                ...noteOf(asked.words),
              },
            }
          : { record: graded, event: { kind: 'triaged', detail, ...noteOf(asked.words) } },
      ],
    };
  });
