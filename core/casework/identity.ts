import type { CaseRecord } from '../model/case-record.ts';
import type { EventDetail, EventRecord } from '../model/event-record.ts';
import {
  currentIdentityAgreements,
  type IdentityRequest,
  mayOpenForLifeAtRisk,
  addIdentityAgreement,
  identityRequestByCurrentHolders,
  currentIdentityRequest,
  identityRefusal,
} from '../model/identity-request.ts';
import type { IdentityOpeningReason } from '../model/case-terms.ts';
import {
  type EntryRequest,
  type ActionContext,
  type CaseOutcome,
  type CaseworkDependencies,
  custodians,
  handlersOrCustodians,
  readCaseRoleHolders,
  requirement,
  type ActionRequirement,
  type SealedNote,
  type DecisionContext,
} from './case-action.ts';
import { createUseCase } from './use-case.ts';
import { pendingCustodians, hasAuthor } from './four-eyes.ts';
import type { Actor } from '../model/permissions.ts';
import { digestOfSeal } from '../model/digests.ts';

interface IdentityActionRequest extends EntryRequest {
  readonly words: SealedNote;
}

interface OpenIdentityRequest extends IdentityActionRequest {
  readonly of?: string | undefined;
  readonly because?: IdentityOpeningReason | undefined;
}

const isSealedForCustodians = ({ mode, sealedIdentity }: Pick<CaseRecord, 'mode' | 'sealedIdentity'>): boolean =>
  mode === 'confidential' && sealedIdentity !== undefined;

const activeRequest = ({ record, holders }: Pick<DecisionContext, 'record' | 'holders'>): IdentityRequest | undefined =>
  identityRequestByCurrentHolders(record, holders[record.handledBy], holders.custodians);

const openingRefusal = (context: ActionContext<OpenIdentityRequest>) =>
  context.input.of === undefined
    ? undefined
    : identityRefusal(
        { ...context.record, identityAsked: activeRequest(context) },
        context.by,
        context.rules.identity,
        context.today,
      );

function openingDetail(context: ActionContext<OpenIdentityRequest>): EventDetail {
  const { of, because } = context.input;
  if (of === undefined) return { ...(because !== undefined && { because }) };
  return { of, ...(activeRequest(context)?.withheld && { withheld: true }) };
}

/**
 * Releases the identity after the opening is recorded with a reason; a repeat releases it anew. It takes another
 * person's request, and a second custodian's agreement if the force requires it, both still in their roles; or a life
 * at risk. The reserve is notified, and the reporter unless the request withholds it. The caller may see only that seal
 * and what binds it to its case.
 */
export const openIdentity = createUseCase<OpenIdentityRequest>({
  description: 'Open a sealed identity',
  allowedActors: custodians,
  requirements: [
    requirement('an identity is kept that custodians alone can open', 'noIdentity', ({ record }) =>
      isSealedForCustodians(record),
    ),
    requirement(
      'a request that it is opened for; or a life at risk, if the force lets one custodian open it for that',
      'needsRequest',
      ({ input: { of, because }, rules }) =>
        of !== undefined || (because !== undefined && mayOpenForLifeAtRisk(rules.identity)),
    ),
    requirement(
      'the request is the one that is there now, of someone who holds a role now and is not shut out',
      'otherRequest',
      (context) => context.input.of === undefined || activeRequest(context)?.reason === context.input.of,
    ),
    requirement('and one that still stands', 'needsRequest', (context) => openingRefusal(context) !== 'needsRequest'),
    requirement(
      'another custodian has agreed to it within seven days, who holds the role now, if the force asks for two or the custodian asked themselves',
      'needsCustodian',
      (context) => openingRefusal(context) !== 'needsCustodian',
    ),
  ],
  eventKinds: ['identityOpened'],
  notifiesReserve: { description: 'always', holds: () => true },
  peopleToNotify: {
    description: 'the person who has the case',
    people: (_context, { assignee }) => [assignee ?? []].flat(),
  },
  releasesSeal: true,
  apply(context) {
    const { record, today, input: asked } = context;
    const detail = openingDetail(context);
    const opened = detail.withheld ? record : { ...record, identityOpenedOn: today };
    return { steps: [{ record: opened, event: { kind: 'identityOpened', note: asked.words, detail } }] };
  },
});

const hasOpenedForLife = ({ rules, entries, by }: ActionContext<IdentityActionRequest>): boolean =>
  mayOpenForLifeAtRisk(rules.identity) &&
  entries({ kinds: ['identityOpened'] }).some((event) => hasAuthor(event, by) && event.detail?.because !== undefined);
function hasOpenedForRequest(context: ActionContext<IdentityActionRequest>): boolean {
  const { entries, by } = context;
  const request = activeRequest(context);
  return entries({ kinds: ['identityOpened'] }).some(
    (event) => hasAuthor(event, by) && event.detail?.of === request?.reason,
  );
}

/** Only a custodian may who has opened the identity for it, or for a life at risk. */
export const shareIdentity = createUseCase<IdentityActionRequest>({
  description: 'Share an opened identity with those who handle the case',
  allowedActors: custodians,
  requirements: [
    requirement(
      'words that those who handle the case can read',
      'noSuchText',
      ({ input }) => input.words.for === 'handlers',
    ),
    requirement(
      'a request that counts now, or that the custodian opened it for a life at risk',
      'needsRequest',
      (context) => activeRequest(context) !== undefined || hasOpenedForLife(context),
    ),
    requirement(
      'the custodian has opened it for that',
      'state',
      (context) => hasOpenedForLife(context) || hasOpenedForRequest(context),
    ),
  ],
  eventKinds: ['identityShared'],
  apply(context) {
    const { record, input } = context;
    const request = activeRequest(context);
    return {
      steps: [
        {
          record: request ? { ...record, identityAsked: undefined } : record,
          event: { kind: 'identityShared', note: input.words, ...(request && { detail: { of: request.reason } }) },
        },
      ],
    };
  },
});

interface AskIdentityRequest extends IdentityActionRequest {
  readonly withheld?: true | undefined;
}

interface IdentityDecisionRequest extends IdentityActionRequest {
  readonly of: string;
}

const custodianNoteRequirement = requirement<IdentityActionRequest>(
  'words that the custodians can read',
  'noSuchText',
  ({ input }) => input.words.for === 'custodians',
);

/** The reason is sealed to the custodians as well. A new request replaces one of someone whose role has ended. */
export const requestIdentity = createUseCase<AskIdentityRequest>({
  description: 'Ask for a sealed identity',
  allowedActors: handlersOrCustodians,
  requirements: [
    custodianNoteRequirement,
    requirement('an identity is kept that custodians alone can open', 'noIdentity', ({ record }) =>
      isSealedForCustodians(record),
    ),
    requirement(
      'no one who holds a role now has asked for it already',
      'alreadyAsked',
      (context) => activeRequest(context) === undefined,
    ),
  ],
  eventKinds: ['identityAsked'],
  peopleToNotify: pendingCustodians,
  apply: ({ record, by, today, input }) => {
    const withheld = input.withheld && ({ withheld: true } as const);
    const identityAsked: IdentityRequest = {
      by,
      on: today,
      reason: digestOfSeal(input.words.sealed),
      ...withheld,
    };
    return {
      steps: [
        {
          record: { ...record, identityAsked },
          event: { kind: 'identityAsked', note: input.words, ...(withheld && { detail: withheld }) },
        },
      ],
    };
  },
});

export const withdrawIdentityRequest = createUseCase<EntryRequest>({
  description: 'Withdraw one’s own request for an identity',
  allowedActors: handlersOrCustodians,
  requirements: [
    requirement('it was asked for', 'notAsked', ({ record }) => currentIdentityRequest(record) !== undefined),
    requirement('by oneself', 'notAsker', ({ record, by }) => currentIdentityRequest(record)?.by === by),
  ],
  eventKinds: ['identityWithdrawn'],
  apply: ({ record }) => ({
    steps: [
      {
        record: { ...record, identityAsked: undefined },
        event: { kind: 'identityWithdrawn', detail: { of: currentIdentityRequest(record)?.reason } },
      },
    ],
  }),
});

const decisionRequirements = (
  description: string,
  getRequest: (context: ActionContext<IdentityDecisionRequest>) => IdentityRequest | undefined,
): readonly ActionRequirement<IdentityDecisionRequest>[] => [
  custodianNoteRequirement,
  requirement(description, 'notAsked', (context) => getRequest(context) !== undefined),
  requirement(
    'with the reason that the custodian read',
    'otherRequest',
    (context) => getRequest(context)?.reason === context.input.of,
  ),
  requirement('by someone else', 'ownWork', (context) => getRequest(context)?.by !== context.by),
];

/** Each custodian counts once. */
export const approveIdentityRequest = createUseCase<IdentityDecisionRequest>({
  description: 'Agree that another custodian opens an identity',
  allowedActors: custodians,
  requirements: [
    ...decisionRequirements('it was asked for, by someone who holds a role now', activeRequest),
    requirement('the custodian has not agreed to it already', 'already', (context) => {
      const request = activeRequest(context);
      return request === undefined || !currentIdentityAgreements(request, context.today).includes(context.by);
    }),
  ],
  eventKinds: ['identityAgreed'],
  peopleToNotify: pendingCustodians,
  apply: (context) => {
    const { record, by, today, input: asked } = context;
    const request = activeRequest(context);
    return {
      steps: [
        {
          record: { ...record, identityAsked: request && addIdentityAgreement(request, by, today) },
          event: { kind: 'identityAgreed', detail: { of: request?.reason }, note: asked.words },
        },
      ],
    };
  },
});

export const refuseIdentityRequest = createUseCase<IdentityDecisionRequest>({
  description: 'Refuse a request for an identity',
  allowedActors: custodians,
  requirements: decisionRequirements('it was asked for', ({ record }) => currentIdentityRequest(record)),
  eventKinds: ['identityRefused'],
  apply: ({ record, input }) => ({
    steps: [
      {
        record: { ...record, identityAsked: undefined },
        event: { kind: 'identityRefused', detail: { of: input.of }, note: input.words },
      },
    ],
  }),
});

export type IdentityRequestEntry = Pick<EventRecord, 'sequence' | 'by' | 'at'> & {
  readonly kind: 'identityAsked' | 'identityAgreed';
  readonly words: { readonly sealed: string; readonly digest: string };
};

type ConsiderOutcome =
  | {
      readonly kind: 'considered';
      readonly record: CaseRecord;
      readonly request: IdentityRequest;
      readonly entries: readonly IdentityRequestEntry[];
    }
  | Exclude<CaseOutcome, { readonly kind: 'changed' | 'moved' }>;

function toRequestEntries(
  { sequence, kind, by, at, note, detail }: EventRecord,
  of: string,
): readonly IdentityRequestEntry[] {
  if (kind !== 'identityAsked' && kind !== 'identityAgreed') return [];
  const isIts = kind === 'identityAsked' ? note?.digest === of : detail?.of === of;
  if (!isIts || note?.sealed === undefined) return [];
  return [{ sequence, kind, by, at, words: { sealed: note.sealed, digest: note.digest } }];
}

export const considerIdentityRequestUseCase = createUseCase<EntryRequest>({
  description: 'Read why an identity is asked for',
  allowedActors: custodians,
  requirements: [
    requirement(
      'it was asked for, by someone who holds a role now',
      'notAsked',
      (context) => activeRequest(context) !== undefined,
    ),
  ],
  eventKinds: ['identityConsidered'],
  releasesSeal: true,
  apply: ({ record }) => ({ steps: [{ record, event: { kind: 'identityConsidered' } }] }),
});

/**
 * Releases the sealed reason and the words of custodians who agreed, and nothing else, after the look is recorded.
 * Throws StoreError.
 */
export async function considerIdentityRequest(
  deps: CaseworkDependencies,
  by: Actor,
  input: EntryRequest,
): Promise<ConsiderOutcome> {
  const outcome = await considerIdentityRequestUseCase(deps, by, input);
  if (outcome.kind === 'refused' || outcome.kind === 'notAllowed') return outcome;
  const request = activeRequest({ record: outcome.record, holders: await readCaseRoleHolders(deps) });
  if (outcome.kind !== 'changed' || !outcome.isNew || request === undefined) return { kind: 'refused' };
  const sealed = await deps.history.sealedEntries(input.caseId, { kinds: ['identityAsked', 'identityAgreed'] });
  const entries = sealed.flatMap((event) => toRequestEntries(event, request.reason));
  return { kind: 'considered', record: outcome.record, request, entries };
}
