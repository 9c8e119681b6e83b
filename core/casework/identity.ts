import type { CaseRecord } from '../model/case-record.ts';
import type { EventDetail, EventRecord } from '../model/event-record.ts';
import {
  agreementsOn,
  type IdentityRequest,
  opensForLife,
  requestAgreed,
  requestOfHolders,
  standingRequest,
  whyNotOpened,
} from '../model/identity-request.ts';
import type { OpeningReason } from '../model/outcomes.ts';
import {
  type AskedEntry,
  type Asking,
  type CaseOutcome,
  type CaseworkDependencies,
  custodians,
  handlersOrCustodians,
  holdersNow,
  need,
  type Need,
  type SealedWords,
  type Standing,
} from './acts.ts';
import { makeUseCase } from './change-case.ts';
import { askedOfCustodians, isBy } from './four-eyes.ts';
import type { Actor } from '../model/permissions.ts';
import { digestOfSeal } from '../model/digests.ts';

interface AskedIdentity extends AskedEntry {
  readonly words: SealedWords;
}

interface AskedOpening extends AskedIdentity {
  readonly of?: string | undefined;
  readonly because?: OpeningReason | undefined;
}

const isKeptForCustodians = ({ mode, sealedIdentity }: Pick<CaseRecord, 'mode' | 'sealedIdentity'>): boolean =>
  mode === 'confidential' && sealedIdentity !== undefined;

const requestNow = ({ record, holders }: Pick<Standing, 'record' | 'holders'>): IdentityRequest | undefined =>
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

interface AskedRequest extends AskedIdentity {
  readonly withheld?: true | undefined;
}

interface AskedDecision extends AskedIdentity {
  readonly of: string;
}

const isForCustodians = need<AskedIdentity>(
  'words that the custodians can read',
  'noSuchText',
  ({ asked }) => asked.words.for === 'custodians',
);

/**
 * The reason is sealed to the custodians as well. The request decides whether the opening is withheld from the
 * reporter. One of someone whose role has ended gives way.
 */
export const askIdentity = makeUseCase<AskedRequest>({
  says: 'Ask for a sealed identity',
  who: handlersOrCustodians,
  needs: [
    isForCustodians,
    need('an identity is kept that custodians alone can open', 'noIdentity', ({ record }) =>
      isKeptForCustodians(record),
    ),
    need(
      'nobody who holds a role now has asked for it already',
      'alreadyAsked',
      (standing) => requestNow(standing) === undefined,
    ),
  ],
  leaves: ['identityAsked'],
  waits: askedOfCustodians,
  does: ({ record, by, today, asked }) => {
    const withheld = asked.withheld && ({ withheld: true } as const);
    const identityAsked: IdentityRequest = {
      by,
      on: today,
      reason: digestOfSeal(asked.words.sealed),
      ...withheld,
    };
    return {
      steps: [
        {
          record: { ...record, identityAsked },
          event: { kind: 'identityAsked', note: asked.words, ...(withheld && { detail: withheld }) },
        },
      ],
    };
  },
});

/** Takes one's own request back, until it is answered. */
export const withdrawIdentity = makeUseCase<AskedEntry>({
  says: 'Take one’s own request for an identity back',
  who: handlersOrCustodians,
  needs: [
    need('it was asked for', 'notAsked', ({ record }) => standingRequest(record) !== undefined),
    need('by oneself', 'notAsker', ({ record, by }) => standingRequest(record)?.by === by),
  ],
  leaves: ['identityWithdrawn'],
  does: ({ record }) => ({
    steps: [
      {
        record: { ...record, identityAsked: undefined },
        event: { kind: 'identityWithdrawn', detail: { of: standingRequest(record)?.reason } },
      },
    ],
  }),
});

const decidedOn = (
  wasAsked: string,
  requestOf: (standing: Asking<AskedDecision>) => IdentityRequest | undefined,
): readonly Need<AskedDecision>[] => [
  isForCustodians,
  need(wasAsked, 'notAsked', (standing) => requestOf(standing) !== undefined),
  need(
    'with the reason that the custodian read',
    'otherRequest',
    (standing) => requestOf(standing)?.reason === standing.asked.of,
  ),
  need('by somebody else', 'ownWork', (standing) => requestOf(standing)?.by !== standing.by),
];

/** Agrees, as a custodian, that another one opens it. Each counts once. */
export const agreeIdentity = makeUseCase<AskedDecision>({
  says: 'Agree that another custodian opens an identity',
  who: custodians,
  needs: [
    ...decidedOn('it was asked for, by somebody who holds a role now', requestNow),
    need('the custodian has not agreed to it already', 'already', (standing) => {
      const request = requestNow(standing);
      return request === undefined || !agreementsOn(request, standing.today).includes(standing.by);
    }),
  ],
  leaves: ['identityAgreed'],
  waits: askedOfCustodians,
  does: (standing) => {
    const { record, by, today, asked } = standing;
    const request = requestNow(standing);
    return {
      steps: [
        {
          record: { ...record, identityAsked: request && requestAgreed(request, by, today) },
          event: { kind: 'identityAgreed', detail: { of: request?.reason }, note: asked.words },
        },
      ],
    };
  },
});

export const refuseIdentity = makeUseCase<AskedDecision>({
  says: 'Refuse a request for an identity',
  who: custodians,
  needs: decidedOn('it was asked for', ({ record }) => standingRequest(record)),
  leaves: ['identityRefused'],
  does: ({ record, asked }) => ({
    steps: [
      {
        record: { ...record, identityAsked: undefined },
        event: { kind: 'identityRefused', detail: { of: asked.of }, note: asked.words },
      },
    ],
  }),
});

export type RequestEntry = Pick<EventRecord, 'sequence' | 'by' | 'at'> & {
  readonly kind: 'identityAsked' | 'identityAgreed';
  readonly words: { readonly sealed: string; readonly digest: string };
};

type ConsideredOutcome =
  | {
      readonly kind: 'considered';
      readonly record: CaseRecord;
      readonly request: IdentityRequest;
      readonly entries: readonly RequestEntry[];
    }
  | Exclude<CaseOutcome, { readonly kind: 'changed' | 'moved' }>;

function requestEntry({ sequence, kind, by, at, note, detail }: EventRecord, of: string): readonly RequestEntry[] {
  if (kind !== 'identityAsked' && kind !== 'identityAgreed') return [];
  const isIts = kind === 'identityAsked' ? note?.digest === of : detail?.of === of;
  if (!isIts || note?.sealed === undefined) return [];
  return [{ sequence, kind, by, at, words: { sealed: note.sealed, digest: note.digest } }];
}

export const reasonConsidering = makeUseCase<AskedEntry>({
  says: 'Look at why an identity is asked for',
  who: custodians,
  needs: [
    need(
      'it was asked for, by somebody who holds a role now',
      'notAsked',
      (standing) => requestNow(standing) !== undefined,
    ),
  ],
  leaves: ['identityConsidered'],
  isOpening: true,
  does: ({ record }) => ({ steps: [{ record, event: { kind: 'identityConsidered' } }] }),
});

/**
 * Hands out the sealed reason of a request and the words of custodians who agreed, after the look is noted: nothing
 * else of the case. Throws StoreError.
 */
export async function considerIdentity(
  deps: CaseworkDependencies,
  by: Actor,
  asked: AskedEntry,
): Promise<ConsideredOutcome> {
  const outcome = await reasonConsidering(deps, by, asked);
  if (outcome.kind === 'refused' || outcome.kind === 'notAllowed') return outcome;
  const request = requestNow({ record: outcome.record, holders: await holdersNow(deps) });
  if (outcome.kind !== 'changed' || !outcome.isNew || request === undefined) return { kind: 'refused' };
  const sealed = await deps.history.sealed(asked.caseId, { kinds: ['identityAsked', 'identityAgreed'] });
  const entries = sealed.flatMap((event) => requestEntry(event, request.reason));
  return { kind: 'considered', record: outcome.record, request, entries };
}
