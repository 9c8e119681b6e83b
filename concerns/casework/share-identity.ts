import { type Actor, maySeeIdentity } from '../permissions.ts';
import { type CaseOutcome, type CaseworkDependencies, changeCase } from './change-case.ts';
import type { AskedIdentity } from './open-identity.ts';

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
    ({ record, events, by: custodian }) => {
      if (asked.words.for !== 'handlers') return { why: 'noSuchText' };
      const hasOpened = events.some(
        (event) => event.kind === 'identityOpened' && typeof event.by === 'object' && event.by.objectId === custodian,
      );
      if (!hasOpened) return { why: 'state' };
      return { steps: [{ record, event: { kind: 'identityShared', note: asked.words } }] };
    },
    { visible: maySeeIdentity },
  );
