import type { CaseRecord } from '../records/case-record.ts';
import type { EventDetail } from '../records/event-record.ts';
import { type IdentityRequest, opensForLife, requestOfHolders, whyNotOpened } from '../records/identity-request.ts';
import type { OpeningReason } from '../terms/outcomes.ts';
import { type AskedEntry, type Asking, custodians, need, type SealedWords, type Standing } from './act.ts';
import { makeUseCase } from './change-case.ts';
import { isBy } from './second-person.ts';

export interface AskedIdentity extends AskedEntry {
  readonly words: SealedWords;
}

export interface AskedOpening extends AskedIdentity {
  readonly of?: string | undefined;
  readonly because?: OpeningReason | undefined;
}

export const isKeptForCustodians = ({ mode, sealedIdentity }: Pick<CaseRecord, 'mode' | 'sealedIdentity'>): boolean =>
  mode === 'confidential' && sealedIdentity !== undefined;

export const requestNow = ({ record, holders }: Pick<Standing, 'record' | 'holders'>): IdentityRequest | undefined =>
  requestOfHolders(record, holders[record.handledBy], holders.custodians);

const whyNot = (standing: Asking<AskedOpening>) =>
  standing.asked.of === undefined
    ? undefined
    : whyNotOpened(
        { ...standing.record, identityAsked: requestNow(standing) },
        standing.by,
        standing.rules.identity,
        standing.today,
      );

function openingDetail(standing: Asking<AskedOpening>): EventDetail {
  const { of, because } = standing.asked;
  if (of === undefined) return { ...(because !== undefined && { because }) };
  return { of, ...(requestNow(standing)?.withheld && { withheld: true }) };
}

/**
 * Hands the identity out after the opening is written down with a reason; a repeat hands it out anew. It takes another
 * person's request, and a second custodian's agreement if the force requires it, both still in their roles; or a life
 * at risk. The reserve is told, and the reporter unless the request withholds it. The caller may see only that seal and
 * what binds it to its case.
 */
export const openIdentity = makeUseCase<AskedOpening>({
  says: 'Open a sealed identity',
  who: custodians,
  needs: [
    need('an identity is kept that custodians alone can open', 'noIdentity', ({ record }) =>
      isKeptForCustodians(record),
    ),
    need(
      'a request that it is opened for; or a life at risk, if the force lets one custodian open it for that',
      'needsRequest',
      ({ asked: { of, because }, rules }) =>
        of !== undefined || (because !== undefined && opensForLife(rules.identity)),
    ),
    need(
      'the request is the one that is there now, of somebody who holds a role now and is not shut out',
      'otherRequest',
      (standing) => standing.asked.of === undefined || requestNow(standing)?.reason === standing.asked.of,
    ),
    need('and one that still stands', 'needsRequest', (standing) => whyNot(standing) !== 'needsRequest'),
    need(
      'another custodian has agreed to it within seven days, who holds the role now, if the force asks for two or the custodian asked themselves',
      'needsCustodian',
      (standing) => whyNot(standing) !== 'needsCustodian',
    ),
  ],
  leaves: ['identityOpened'],
  tells: { says: 'always', holds: () => true },
  waits: { says: 'the person whom the case is with', people: (_standing, { assignee }) => [assignee ?? []].flat() },
  isOpening: true,
  does(standing) {
    const { record, today, asked } = standing;
    const detail = openingDetail(standing);
    const opened = detail.withheld ? record : { ...record, identityOpenedOn: today };
    return { steps: [{ record: opened, event: { kind: 'identityOpened', note: asked.words, detail } }] };
  },
});

const hasOpenedForLife = ({ rules, entries, by }: Asking<AskedIdentity>): boolean =>
  opensForLife(rules.identity) &&
  entries({ kinds: ['identityOpened'] }).some((event) => isBy(event, by) && event.detail?.because !== undefined);
function hasOpenedForRequest(standing: Asking<AskedIdentity>): boolean {
  const { entries, by } = standing;
  const request = requestNow(standing);
  return entries({ kinds: ['identityOpened'] }).some(
    (event) => isBy(event, by) && event.detail?.of === request?.reason,
  );
}

/** Answers the request. Only a custodian may who has opened the identity for it, or for a life at risk. */
export const shareIdentity = makeUseCase<AskedIdentity>({
  says: 'Share an opened identity with those who handle the case',
  who: custodians,
  needs: [
    need('words that those who handle the case can read', 'noSuchText', ({ asked }) => asked.words.for === 'handlers'),
    need(
      'a request that counts now, or that the custodian opened it for a life at risk',
      'needsRequest',
      (standing) => requestNow(standing) !== undefined || hasOpenedForLife(standing),
    ),
    need(
      'the custodian has opened it for that',
      'state',
      (standing) => hasOpenedForLife(standing) || hasOpenedForRequest(standing),
    ),
  ],
  leaves: ['identityShared'],
  does(standing) {
    const { record, asked } = standing;
    const request = requestNow(standing);
    return {
      steps: [
        {
          record: request ? { ...record, identityAsked: undefined } : record,
          event: { kind: 'identityShared', note: asked.words, ...(request && { detail: { of: request.reason } }) },
        },
      ],
    };
  },
});
