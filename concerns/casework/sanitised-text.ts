import { digestOfSeal } from '../terms/seal-digest.ts';
import type { Actor } from '../records/permissions.ts';
import type { AskedChange, CaseOutcome, CaseworkDependencies, SealedWords, Standing } from './casework.ts';
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
  /** How many hints its reader was shown and confirmed; a page from before there were hints sends none. */
  readonly confirmed?: number | undefined;
}

/** Whether the text that stands was handed out to somebody: the report was opened by them since it was written. */
async function wasHandedOut({ entries, by }: Pick<Standing, 'entries' | 'by'>): Promise<boolean> {
  const [written] = await entries({ kinds: ['sanitised'], last: 1 });
  const [opened] = await entries({ kinds: ['consulted'], by: [by], last: 1 });
  return opened !== undefined && opened.sequence > (written?.sequence ?? 0);
}

/**
 * Signs off the sanitised text that stands, by another person than its writer, who had it handed out. What it says no
 * server reads: the page shows its hints, and the entry keeps how many were confirmed. Throws StoreError.
 */
export const signSanitised = (deps: CaseworkDependencies, by: Actor, asked: AskedSignature): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['sanitisedSigned'], async (standing) => {
    const { record, by: signedBy } = standing;
    const { sanitised } = record;
    if (sanitised?.digest !== asked.of) return { why: 'noSuchText' };
    if (sanitised.by === signedBy) return { why: 'ownWork' };
    if (sanitised.signedBy !== undefined) return { why: 'state' };
    if (!(await wasHandedOut(standing))) return { why: 'notRead' };
    const confirmed = asked.confirmed === undefined ? {} : { confirmed: asked.confirmed };
    return {
      steps: [
        {
          record: { ...record, sanitised: { ...sanitised, signedBy } },
          event: { kind: 'sanitisedSigned', detail: { of: asked.of, ...confirmed } },
        },
      ],
    };
  });
