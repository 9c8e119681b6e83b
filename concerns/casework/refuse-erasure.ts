import type { Actor } from '../records/permissions.ts';
import {
  type AskedChange,
  type CaseOutcome,
  type CaseworkDependencies,
  changeCase,
  noteOf,
  type SealedWords,
} from './change-case.ts';

export interface AskedRefusal extends AskedChange {
  readonly words?: SealedWords | undefined;
}

/** Refuses an erasure that was asked for, or takes one's own asking back. Throws StoreError. */
export const refuseErasure = (deps: CaseworkDependencies, by: Actor, asked: AskedRefusal): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['erasureRefused'], ({ record: { erasure, ...record } }) =>
    erasure === undefined
      ? { why: 'notAsked' }
      : { steps: [{ record, event: { kind: 'erasureRefused', ...noteOf(asked.words) } }] },
  );
