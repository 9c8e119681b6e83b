import { type Actor, maySeeIdentity } from '../records/permissions.ts';
import {
  type AskedAddition,
  type CaseOutcome,
  type CaseworkDependencies,
  changeCase,
  type SealedWords,
} from './change-case.ts';

export interface AskedIdentity extends AskedAddition {
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
