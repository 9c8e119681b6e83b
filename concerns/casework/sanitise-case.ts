import { digestOfSeal } from '../records/event-chain.ts';
import type { Actor } from '../records/permissions.ts';
import {
  type AskedChange,
  type CaseOutcome,
  type CaseworkDependencies,
  changeCase,
  type SealedWords,
} from './change-case.ts';

export interface AskedText extends AskedChange {
  readonly words: SealedWords;
}

/**
 * Writes the sanitised text of a case, in the place of the one before. It is for all who handle the case, so that a
 * second person can read it; until that one has signed it off it does not leave. Throws StoreError.
 */
export const sanitiseCase = (deps: CaseworkDependencies, by: Actor, asked: AskedText): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['sanitised'], ({ record, by: writer }) => {
    if (asked.words.for !== 'handlers') return { why: 'noSuchText' };
    const digest = digestOfSeal(asked.words.sealed);
    return {
      steps: [
        {
          record: { ...record, sanitised: { digest, by: writer } },
          event: { kind: 'sanitised', detail: { of: digest }, note: asked.words },
        },
      ],
    };
  });
