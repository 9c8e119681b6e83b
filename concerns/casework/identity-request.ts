import { digestOfSeal } from '../terms/seal-digest.ts';
import type { EventRecord } from '../records/event-record.ts';
import { agreementsOn, type IdentityRequest, requestAgreed, standingRequest } from '../records/identity-request.ts';
import { type Actor, mayAskIdentity, maySeeIdentity } from '../records/permissions.ts';
import type { AskedEntry, CaseOutcome, CaseworkDependencies, NotAllowed, SealedWords, Standing } from './casework.ts';
import { changeCase } from './change-case.ts';
import { type AskedIdentity, isKeptForCustodians, requestNow } from './identity.ts';

/** A request for an identity, with its reason. */
export interface AskedRequest extends AskedIdentity {
  /** The person who reported is not to be told that the identity was opened; the reason says why. */
  readonly withheld?: true | undefined;
}

/** A custodian's decision on one request, with words for those who handle the case and for the other custodians. */
export interface AskedDecision extends AskedIdentity {
  /** The digest of the reason that they read. */
  readonly of: string;
}

const isForCustodians = (words: SealedWords): boolean => words.for === 'custodians';

/**
 * Asks for the sealed identity of a confidential case, with a reason that is sealed to the custodians as well: somebody
 * who handles the case, or a custodian whom another is to agree with. They also decide whether it is withheld from the
 * person who reported that it was opened, and nobody does so alone: it counts for what another opens. A request
 * of somebody whose role has ended since gives way to it. Throws StoreError.
 */
export const askIdentity = (deps: CaseworkDependencies, by: Actor, asked: AskedRequest): Promise<CaseOutcome> =>
  changeCase(
    deps,
    by,
    asked,
    ['identityAsked'],
    async ({ record, by: who, today }) => {
      if (!isForCustodians(asked.words)) return { why: 'noSuchText' };
      if (!isKeptForCustodians(record)) return { why: 'noIdentity' };
      if ((await requestNow(deps, record)) !== undefined) return { why: 'alreadyAsked' };
      const withheld = asked.withheld && ({ withheld: true } as const);
      const identityAsked: IdentityRequest = {
        by: who,
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
    { visible: mayAskIdentity },
  );

/** Takes one's own request back, until it is answered. Throws StoreError. */
export const withdrawIdentity = (deps: CaseworkDependencies, by: Actor, asked: AskedEntry): Promise<CaseOutcome> =>
  changeCase(
    deps,
    by,
    asked,
    ['identityWithdrawn'],
    ({ record, by: who }) => {
      const request = standingRequest(record);
      if (request === undefined) return { why: 'notAsked' };
      if (request.by !== who) return { why: 'notAsker' };
      return {
        steps: [
          {
            record: { ...record, identityAsked: undefined },
            event: { kind: 'identityWithdrawn', detail: { of: request.reason } },
          },
        ],
      };
    },
    { visible: mayAskIdentity },
  );

/** The request that a custodian decides on: the one whose reason they read, and that somebody else made. */
function decidedOn(
  request: IdentityRequest | undefined,
  { by }: Pick<Standing, 'by'>,
  { of, words }: AskedDecision,
): { readonly request: IdentityRequest } | { readonly why: NotAllowed } {
  if (!isForCustodians(words)) return { why: 'noSuchText' };
  if (request === undefined) return { why: 'notAsked' };
  if (request.reason !== of) return { why: 'otherRequest' };
  return request.by === by ? { why: 'ownWork' } : { request };
}

/**
 * Agrees, as a custodian, that another one opens the identity that was asked for. Whoever agreed already counts once.
 * Throws StoreError.
 */
export const agreeIdentity = (deps: CaseworkDependencies, by: Actor, asked: AskedDecision): Promise<CaseOutcome> =>
  changeCase(
    deps,
    by,
    asked,
    ['identityAgreed'],
    async (standing) => {
      const { record, by: who, today } = standing;
      const decided = decidedOn(await requestNow(deps, record), standing, asked);
      if ('why' in decided) return decided;
      const { request } = decided;
      if (agreementsOn(request, today).includes(who)) return 'already';
      return {
        steps: [
          {
            record: { ...record, identityAsked: requestAgreed(request, who, today) },
            event: { kind: 'identityAgreed', detail: { of: request.reason }, note: asked.words },
          },
        ],
      };
    },
    { visible: maySeeIdentity },
  );

/**
 * Ends a request as a custodian without sharing the identity, whether or not it was opened, with words for those who
 * handle the case. Throws StoreError.
 */
export const refuseIdentity = (deps: CaseworkDependencies, by: Actor, asked: AskedDecision): Promise<CaseOutcome> =>
  changeCase(
    deps,
    by,
    asked,
    ['identityRefused'],
    (standing) => {
      const decided = decidedOn(standingRequest(standing.record), standing, asked);
      if ('why' in decided) return decided;
      return {
        steps: [
          {
            record: { ...standing.record, identityAsked: undefined },
            event: { kind: 'identityRefused', detail: { of: decided.request.reason }, note: asked.words },
          },
        ],
      };
    },
    { visible: maySeeIdentity },
  );

/** Words of a request, or of a custodian who agreed to it, as they were sealed. */
export type RequestEntry = Pick<EventRecord, 'sequence' | 'by' | 'at'> & {
  readonly kind: 'identityAsked' | 'identityAgreed';
  readonly words: { readonly sealed: string; readonly digest: string };
};

export type ConsideredOutcome =
  | {
      readonly kind: 'considered';
      readonly record: Extract<CaseOutcome, { readonly kind: 'changed' }>['record'];
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

/**
 * Hands out to a custodian why an identity is asked for, and what other custodians wrote who agreed, as it was sealed,
 * once it stands in the history that they looked: nothing else of the case. Throws StoreError.
 */
export async function considerIdentity(
  deps: CaseworkDependencies,
  by: Actor,
  asked: AskedEntry,
): Promise<ConsideredOutcome> {
  const outcome = await changeCase(
    deps,
    by,
    asked,
    ['identityConsidered'],
    async ({ record }) =>
      (await requestNow(deps, record)) === undefined
        ? { why: 'notAsked' }
        : { steps: [{ record, event: { kind: 'identityConsidered' } }] },
    { visible: maySeeIdentity, isOpening: true },
  );
  if (outcome.kind === 'refused' || outcome.kind === 'notAllowed') return outcome;
  const request = await requestNow(deps, outcome.record);
  if (outcome.kind !== 'changed' || !outcome.isNew || request === undefined) return { kind: 'refused' };
  const sealed = await deps.history.sealed(asked.caseId, { kinds: ['identityAsked', 'identityAgreed'] });
  const entries = sealed.flatMap((event) => requestEntry(event, request.reason));
  return { kind: 'considered', record: outcome.record, request, entries };
}
