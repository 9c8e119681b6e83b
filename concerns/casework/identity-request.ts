import type { CaseRecord } from '../records/case-record.ts';
import type { EventRecord } from '../records/event-record.ts';
import { agreementsOn, type IdentityRequest, requestAgreed, standingRequest } from '../records/identity-request.ts';
import type { Actor } from '../records/permissions.ts';
import { digestOfSeal } from '../terms/digests.ts';
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
} from './act.ts';
import { makeUseCase } from './change-case.ts';
import { type AskedIdentity, isKeptForCustodians, requestNow } from './identity.ts';
import { askedOfCustodians } from './second-person.ts';

export interface AskedRequest extends AskedIdentity {
  readonly withheld?: true | undefined;
}

export interface AskedDecision extends AskedIdentity {
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

export type ConsideredOutcome =
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
