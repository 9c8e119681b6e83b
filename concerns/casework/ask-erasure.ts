import type { Actor } from '../records/permissions.ts';
import {
  type AskedChange,
  type CaseOutcome,
  type CaseworkDependencies,
  changeCase,
  type SealedWords,
} from './change-case.ts';

export interface AskedErasure extends AskedChange {
  readonly words: SealedWords;
}

/** Asks that a case be erased, with a reason: a second person carries it out or refuses. Throws StoreError. */
export const askErasure = (deps: CaseworkDependencies, by: Actor, asked: AskedErasure): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['erasureAsked'], ({ record, by: askedBy, today }) => {
    if (record.hold) return { why: 'onHold' };
    if (record.erasure !== undefined) return { why: 'state' };
    return {
      steps: [
        {
          record: { ...record, erasure: { askedBy, on: today } },
          event: { kind: 'erasureAsked', note: asked.words },
        },
      ],
    };
  });
