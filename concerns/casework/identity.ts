import { type Actor, maySeeIdentity } from '../records/permissions.ts';
import type { AskedEntry, CaseOutcome, CaseworkDependencies, SealedWords } from './casework.ts';
import { changeCase } from './change-case.ts';

export interface AskedIdentity extends AskedEntry {
  /** The reason, or the identity itself where it is shared. */
  readonly words: SealedWords;
}

/**
 * Hands out the sealed identity of a confidential report to a custodian, once it stands in the history, with a reason:
 * each time anew, since a repeat of the request hands it out again. Of the record that comes back, only that seal and what binds it to its case is theirs to see. Throws StoreError.
 */
export const openIdentity = (deps: CaseworkDependencies, by: Actor, asked: AskedIdentity): Promise<CaseOutcome> =>
  changeCase(
    deps,
    by,
    asked,
    ['identityOpened'],
    ({ record }) =>
      record.mode === 'confidential' && record.sealedIdentity !== undefined
        ? { steps: [{ record, event: { kind: 'identityOpened', note: asked.words } }] }
        : { why: 'noIdentity' },
    { visible: maySeeIdentity, isOpening: true },
  );

/**
 * Shares an identity with those who handle the case: the words are what the custodian opened, sealed to the handlers
 * as they were. Only a custodian who has opened it can. Throws StoreError.
 */
export const shareIdentity = (deps: CaseworkDependencies, by: Actor, asked: AskedIdentity): Promise<CaseOutcome> =>
  changeCase(
    deps,
    by,
    asked,
    ['identityShared'],
    async ({ record, entries, by: custodian }) => {
      if (asked.words.for !== 'handlers') return { why: 'noSuchText' };
      const openings = await entries({ kinds: ['identityOpened'] });
      const hasOpened = openings.some(({ by: who }) => typeof who === 'object' && who.objectId === custodian);
      if (!hasOpened) return { why: 'state' };
      return { steps: [{ record, event: { kind: 'identityShared', note: asked.words } }] };
    },
    { visible: maySeeIdentity },
  );
