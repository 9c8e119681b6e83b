import { type Actor, maySeeIdentity } from '../records/permissions.ts';
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
    async ({ record, entries, by: custodian }) => {
      if (asked.words.for !== 'handlers') return { why: 'noSuchText' };
      const openings = await entries({ kinds: ['identityOpened'] });
      const hasOpened = openings.some(({ by: who }) => typeof who === 'object' && who.objectId === custodian);
      if (!hasOpened) return { why: 'state' };
      return { steps: [{ record, event: { kind: 'identityShared', note: asked.words } }] };
    },
    { visible: maySeeIdentity },
  );
