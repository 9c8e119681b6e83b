import { addDays, type Day } from '../terms/calendar.ts';
import type { PersonId } from '../terms/person-id.ts';
import type { CaseRecord } from './case-record.ts';

/** The rules of a force for opening a sealed identity. */
export interface IdentityRules {
  /** How many custodians it takes. */
  readonly custodians: 1 | 2;
  /** Whether a custodian may open one that nobody asked for, if a life is at risk; never if it takes two. */
  readonly withoutRequest: boolean;
}

/** For how many days after the first custodian agreed an identity may be opened by it. */
export const agreementDays = 7;

export type IdentityRequest = NonNullable<CaseRecord['identityAsked']>;
type Asked = Pick<CaseRecord, 'identityAsked' | 'excluded' | 'erasedOn'>;

/** Whether a custodian may open an identity alone and without being asked if a life is at risk, as the rules say. */
export const opensForLife = ({ custodians, withoutRequest }: IdentityRules): boolean =>
  custodians === 1 && withoutRequest;

/** The request for the identity of a case that stands; none of somebody who has been shut out of the case since. */
export const standingRequest = ({ identityAsked, excluded, erasedOn }: Asked): IdentityRequest | undefined =>
  identityAsked && erasedOn === undefined && !excluded.includes(identityAsked.by) ? identityAsked : undefined;

/**
 * The standing request for the identity of a case as far as it counts by those who hold a role now: none of somebody who
 * neither handles such cases nor is a custodian any more, and without the agreements of those who are custodians no more.
 */
export function requestOfHolders(
  record: Asked,
  handlers: readonly PersonId[],
  custodians: readonly PersonId[],
): IdentityRequest | undefined {
  const request = standingRequest(record);
  if (request === undefined || ![...handlers, ...custodians].includes(request.by)) return undefined;
  const { agreedBy } = request;
  return { ...request, ...(agreedBy && { agreedBy: agreedBy.filter((one) => custodians.includes(one)) }) };
}

/** The custodians whose agreement to a request counts on a day, each once; never the one who asked. */
export function agreementsOn({ by, agreedBy = [], agreedOn }: IdentityRequest, today: Day): readonly PersonId[] {
  if (agreedOn === undefined || today > addDays(agreedOn, agreementDays)) return [];
  return [...new Set(agreedBy)].filter((one) => one !== by);
}

/** The request once a custodian has agreed to it: who agreed before counts no longer by it. */
export function requestAgreed(request: IdentityRequest, by: PersonId, today: Day): IdentityRequest {
  const agreed = agreementsOn(request, today);
  return { ...request, agreedBy: [...agreed, by], agreedOn: agreed.length > 0 ? request.agreedOn : today };
}

/** The request without the part of somebody who is shut out of the case; `undefined` where they asked. */
export const requestWithout = (request: IdentityRequest, person: PersonId): IdentityRequest | undefined =>
  request.by === person
    ? undefined
    : { ...request, ...(request.agreedBy && { agreedBy: request.agreedBy.filter((one) => one !== person) }) };

/**
 * Why an identity is not handed out to a custodian for a request on a day, `undefined` if it is: nobody has asked for it,
 * or it takes another custodian, who has not agreed. The person who asked is never the other one.
 */
export function whyNotOpened(
  record: Asked,
  by: PersonId,
  rules: IdentityRules,
  today: Day,
): 'needsRequest' | 'needsCustodian' | undefined {
  const request = standingRequest(record);
  if (request === undefined) return 'needsRequest';
  if (rules.custodians === 1 && request.by !== by) return undefined;
  const others = agreementsOn(request, today).filter((one) => one !== by && !record.excluded.includes(one));
  return others.length > 0 ? undefined : 'needsCustodian';
}

/**
 * Whom a case waits for because of its sealed identity on a day: a custodian who is none of these. `undefined` where
 * nobody asked for it.
 */
export function identityAwaits(
  record: Asked,
  today: Day,
): { readonly role: 'custodian'; readonly notBy: readonly PersonId[] } | undefined {
  const request = standingRequest(record);
  if (request === undefined) return undefined;
  const agreed = agreementsOn(request, today);
  return { role: 'custodian', notBy: [...record.excluded, ...(agreed.length > 0 ? agreed : [request.by])] };
}
