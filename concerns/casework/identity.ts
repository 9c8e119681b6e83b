import type { CaseRecord } from '../records/case-record.ts';
import { opensFreely, standingRequest, whyNotOpened } from '../records/identity-request.ts';
import { type Actor, maySeeIdentity } from '../records/permissions.ts';
import type { AskedEntry, CaseOutcome, CaseworkDependencies, SealedWords } from './casework.ts';
import { changeCase } from './change-case.ts';

export interface AskedIdentity extends AskedEntry {
  /** The reason, or the identity itself where it is shared. */
  readonly words: SealedWords;
}

export interface AskedOpening extends AskedIdentity {
  /** The digest of the reason of the request that it is opened for; without it the custodian opens it unasked. */
  readonly of?: string | undefined;
}

/** Whether an identity is kept beside a case that custodians alone can open. */
export const isKeptForCustodians = ({ mode, sealedIdentity }: Pick<CaseRecord, 'mode' | 'sealedIdentity'>): boolean =>
  mode === 'confidential' && sealedIdentity !== undefined;

/**
 * Hands out the sealed identity of a confidential report to a custodian, once it stands in the history, with a reason:
 * each time anew, since a repeat of the request hands it out again. Where the force has set so, only for a request that
 * stands, and only once another custodian has agreed to it. Of the record that comes back, only that seal and what binds
 * it to its case is theirs to see. Throws StoreError.
 */
export const openIdentity = (deps: CaseworkDependencies, by: Actor, asked: AskedOpening): Promise<CaseOutcome> =>
  changeCase(
    deps,
    by,
    asked,
    ['identityOpened'],
    ({ record, by: custodian, today }) => {
      if (!isKeptForCustodians(record)) return { why: 'noIdentity' };
      const { of } = asked;
      if (of === undefined && !opensFreely(deps.identity)) return { why: 'needsRequest' };
      if (of !== undefined && standingRequest(record)?.reason !== of) return { why: 'otherRequest' };
      const why = whyNotOpened(record, custodian, deps.identity, today);
      if (why !== undefined) return { why };
      return {
        steps: [
          { record, event: { kind: 'identityOpened', note: asked.words, ...(of !== undefined && { detail: { of } }) } },
        ],
      };
    },
    { visible: maySeeIdentity, isOpening: true },
  );

/**
 * Shares an identity with those who handle the case: the words are what the custodian opened, sealed to the handlers
 * as they were. Only a custodian who has opened it can, for the request that stands where it takes one. What was asked
 * for is answered by it. Throws StoreError.
 */
export const shareIdentity = (deps: CaseworkDependencies, by: Actor, asked: AskedIdentity): Promise<CaseOutcome> =>
  changeCase(
    deps,
    by,
    asked,
    ['identityShared'],
    async ({ record, entries, by: custodian }) => {
      if (asked.words.for !== 'handlers') return { why: 'noSuchText' };
      const request = standingRequest(record);
      const isFree = opensFreely(deps.identity);
      if (!isFree && request === undefined) return { why: 'needsRequest' };
      const openings = await entries({ kinds: ['identityOpened'] });
      const hasOpened = openings.some(
        ({ by: who, detail }) =>
          typeof who === 'object' && who.objectId === custodian && (isFree || detail?.of === request?.reason),
      );
      if (!hasOpened) return { why: 'state' };
      return {
        steps: [
          {
            record: request ? { ...record, identityAsked: undefined } : record,
            event: { kind: 'identityShared', note: asked.words, ...(request && { detail: { of: request.reason } }) },
          },
        ],
      };
    },
    { visible: maySeeIdentity },
  );
