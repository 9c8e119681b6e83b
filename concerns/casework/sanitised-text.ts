import { digestOfSeal } from '../records/event-chain.ts';
import type { Actor } from '../records/permissions.ts';
import type { AskedChange, CaseOutcome, CaseworkDependencies, SealedWords } from './casework.ts';
import { changeCase } from './change-case.ts';

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

export interface AskedSignature extends AskedChange {
  /** The digest of the seal of the text that was read. */
  readonly of: string;
}

/** Signs off the sanitised text that stands, by another person than its writer. Throws StoreError. */
export const signSanitised = (deps: CaseworkDependencies, by: Actor, asked: AskedSignature): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['sanitisedSigned'], ({ record, by: signedBy }) => {
    const { sanitised } = record;
    if (sanitised?.digest !== asked.of) return { why: 'noSuchText' };
    if (sanitised.by === signedBy) return { why: 'ownWork' };
    if (sanitised.signedBy !== undefined) return { why: 'state' };
    return {
      steps: [
        {
          record: { ...record, sanitised: { ...sanitised, signedBy } },
          event: { kind: 'sanitisedSigned', detail: { of: asked.of } },
        },
      ],
    };
  });
