import type { Actor } from '../records/permissions.ts';
import {
  type AskedAddition,
  type CaseOutcome,
  type CaseworkDependencies,
  changeCase,
  type SealedWords,
} from './change-case.ts';

export interface AskedNote extends AskedAddition {
  readonly words: SealedWords;
}

/** Adds a sealed note to a case: for all who handle it, its assignee, or its writer alone. Throws StoreError. */
export const noteCase = (deps: CaseworkDependencies, by: Actor, asked: AskedNote): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['noted'], ({ record }) => ({
    steps: [{ record, event: { kind: 'noted', note: asked.words } }],
  }));
