import type { CaseRecord } from '../records/case-record.ts';
import type { EventDetail } from '../records/event-record.ts';
import { type IdentityRequest, opensForLife, requestOfHolders, whyNotOpened } from '../records/identity-request.ts';
import { type Actor, maySeeIdentity } from '../records/permissions.ts';
import type { OpeningReason } from '../terms/outcomes.ts';
import type { AskedEntry, CaseOutcome, CaseworkDependencies, Decision, SealedWords, Standing } from './casework.ts';
import { changeCase } from './change-case.ts';
import { told } from './second-person.ts';

export interface AskedIdentity extends AskedEntry {
  /** The reason, or the identity itself where it is shared. */
  readonly words: SealedWords;
}

export interface AskedOpening extends AskedIdentity {
  /** The digest of the reason of the request that it is opened for. */
  readonly of?: string | undefined;
  /** Why the custodian opens it alone, without a request. */
  readonly because?: OpeningReason | undefined;
}

/** Whether an identity is kept beside a case that custodians alone can open. */
export const isKeptForCustodians = ({ mode, sealedIdentity }: Pick<CaseRecord, 'mode' | 'sealedIdentity'>): boolean =>
  mode === 'confidential' && sealedIdentity !== undefined;

/** The request for the identity of a case as far as it counts by those who hold a role now. Throws StoreError. */
export async function requestNow(
  deps: Pick<CaseworkDependencies, 'handlersKnown' | 'custodiansKnown'>,
  record: CaseRecord,
): Promise<IdentityRequest | undefined> {
  const [handlers, custodians] = await Promise.all([deps.handlersKnown(record.handledBy), deps.custodiansKnown()]);
  return requestOfHolders(record, handlers, custodians);
}

/**
 * Hands out the sealed identity of a confidential report to a custodian, once it stands in the history, with a reason:
 * each time anew, since a repeat of the request hands it out again. It takes a request of somebody else, and another
 * custodian who agreed if the force has set so, both of whom hold their role still; or a life at risk, for which one custodian opens it alone, unless the
 * force has ruled that out. The reserve is told of each opening, and so is the person who reported when they come back,
 * unless the request says that it is withheld from them. Of the record that comes back, only that seal and what binds it
 * to its case is theirs to see. Throws StoreError.
 */
export const openIdentity = (deps: CaseworkDependencies, by: Actor, asked: AskedOpening): Promise<CaseOutcome> =>
  changeCase(
    deps,
    by,
    asked,
    ['identityOpened'],
    async (standing) => {
      const { record, by: custodian, today } = standing;
      if (!isKeptForCustodians(record)) return { why: 'noIdentity' };
      const { of, because } = asked;
      if (of === undefined) {
        if (because === undefined || !opensForLife(deps.identity)) return { why: 'needsRequest' };
        return opened(standing, asked.words, { because });
      }
      const request = await requestNow(deps, record);
      if (request?.reason !== of) return { why: 'otherRequest' };
      const why = whyNotOpened({ ...record, identityAsked: request }, custodian, deps.identity, today);
      if (why !== undefined) return { why };
      return opened(standing, asked.words, { of, ...(request.withheld && { withheld: true }) });
    },
    { visible: maySeeIdentity, isOpening: true },
  );

/** The step of an opening, of which the reserve is told and, unless it is withheld, the person who reported. */
const opened = (standing: Standing, note: SealedWords, detail: EventDetail): Decision =>
  told(
    {
      record: detail.withheld ? standing.record : { ...standing.record, identityOpenedOn: standing.today },
      event: { kind: 'identityOpened', note, detail },
    },
    standing,
  );

/**
 * Shares an identity with those who handle the case: the words are what the custodian opened, sealed to the handlers
 * as they were. Only a custodian who has opened it can, for the request that counts, or for a life at risk. What was
 * asked for is answered by it. Throws StoreError.
 */
export const shareIdentity = (deps: CaseworkDependencies, by: Actor, asked: AskedIdentity): Promise<CaseOutcome> =>
  changeCase(
    deps,
    by,
    asked,
    ['identityShared'],
    async ({ record, entries, by: custodian }) => {
      if (asked.words.for !== 'handlers') return { why: 'noSuchText' };
      const request = await requestNow(deps, record);
      const openings = (await entries({ kinds: ['identityOpened'] })).filter(
        ({ by: who }) => typeof who === 'object' && who.objectId === custodian,
      );
      const isForLife = opensForLife(deps.identity) && openings.some(({ detail }) => detail?.because !== undefined);
      if (request === undefined && !isForLife) return { why: 'needsRequest' };
      const hasOpened = isForLife || openings.some(({ detail }) => detail?.of === request?.reason);
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
