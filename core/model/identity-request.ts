import { addDays, type Day } from './calendar.ts';
import type { PersonId } from './roles.ts';
import type { CaseRecord } from './case-record.ts';

export interface IdentityRules {
  readonly custodians: 1 | 2;
  readonly withoutRequest: boolean;
}

/** In days. */
export const identityAgreementDays = 7;

export type IdentityRequest = NonNullable<CaseRecord['identityAsked']>;
type IdentityRequestCase = Pick<CaseRecord, 'identityAsked' | 'excluded' | 'erasedOn'>;

export const mayOpenForLifeAtRisk = ({ custodians, withoutRequest }: IdentityRules): boolean =>
  custodians === 1 && withoutRequest;

/** A request of someone who has been excluded since does not count. */
export const currentIdentityRequest = ({
  identityAsked,
  excluded,
  erasedOn,
}: IdentityRequestCase): IdentityRequest | undefined =>
  identityAsked && erasedOn === undefined && !excluded.includes(identityAsked.by) ? identityAsked : undefined;

export function identityRequestByCurrentHolders(
  record: IdentityRequestCase,
  handlers: readonly PersonId[],
  custodians: readonly PersonId[],
): IdentityRequest | undefined {
  const request = currentIdentityRequest(record);
  if (request === undefined || ![...handlers, ...custodians].includes(request.by)) return undefined;
  const { agreedBy } = request;
  return { ...request, ...(agreedBy && { agreedBy: agreedBy.filter((one) => custodians.includes(one)) }) };
}

/** Those whose agreement counts on a day, each once; never the person who asked. */
export function currentIdentityAgreements(
  { by, agreedBy = [], agreedOn }: IdentityRequest,
  today: Day,
): readonly PersonId[] {
  if (agreedOn === undefined || today > addDays(agreedOn, identityAgreementDays)) return [];
  return [...new Set(agreedBy)].filter((one) => one !== by);
}

export function addIdentityAgreement(request: IdentityRequest, by: PersonId, today: Day): IdentityRequest {
  const agreed = currentIdentityAgreements(request, today);
  return { ...request, agreedBy: [...agreed, by], agreedOn: agreed.length > 0 ? request.agreedOn : today };
}

export const removePersonFromIdentityRequest = (
  request: IdentityRequest,
  person: PersonId,
): IdentityRequest | undefined =>
  request.by === person
    ? undefined
    : { ...request, ...(request.agreedBy && { agreedBy: request.agreedBy.filter((one) => one !== person) }) };

export function identityRefusal(
  record: IdentityRequestCase,
  by: PersonId,
  rules: IdentityRules,
  today: Day,
): 'needsRequest' | 'needsCustodian' | undefined {
  const request = currentIdentityRequest(record);
  if (request === undefined) return 'needsRequest';
  if (rules.custodians === 1 && request.by !== by) return undefined;
  const others = currentIdentityAgreements(request, today).filter(
    (one) => one !== by && !record.excluded.includes(one),
  );
  return others.length > 0 ? undefined : 'needsCustodian';
}

export function awaitedIdentityApprover(
  record: IdentityRequestCase,
  today: Day,
): { readonly role: 'custodian'; readonly notBy: readonly PersonId[] } | undefined {
  const request = currentIdentityRequest(record);
  if (request === undefined) return undefined;
  const agreed = currentIdentityAgreements(request, today);
  return { role: 'custodian', notBy: [...record.excluded, ...(agreed.length > 0 ? agreed : [request.by])] };
}
