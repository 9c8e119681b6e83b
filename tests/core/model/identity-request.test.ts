import { describe, expect, it } from '@jest/globals';
import {
  identityAgreementDays,
  currentIdentityAgreements,
  awaitedIdentityApprover,
  type IdentityRequest,
  mayOpenForLifeAtRisk,
  addIdentityAgreement,
  removePersonFromIdentityRequest,
  currentIdentityRequest,
  identityRefusal,
} from '../../../core/model/identity-request.ts';
import { addDays } from '../../../core/model/calendar.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { today } from '../../support/contracts/records.ts';

const [asker, one, two, three] = [toPersonId('asker'), toPersonId('one'), toPersonId('two'), toPersonId('three')];
const request: IdentityRequest = { by: asker, on: today, reason: 'digest' };
const agreedBy = (...people: readonly (typeof one)[]): IdentityRequest => ({
  ...request,
  agreedBy: people,
  agreedOn: today,
});
const asked = (identityAsked?: IdentityRequest, excluded: readonly (typeof one)[] = []) => ({
  identityAsked,
  excluded,
});
const free = { custodians: 1, withoutRequest: true } as const;
const oneAsked = { custodians: 1, withoutRequest: false } as const;
const both = { custodians: 2, withoutRequest: false } as const;

describe('a request for a sealed identity', () => {
  it('stands until whoever made it is shut out, or the case is erased', () => {
    expect(currentIdentityRequest(asked(request, [one]))).toBe(request);
    expect(currentIdentityRequest(asked())).toBeUndefined();
    expect(currentIdentityRequest(asked(request, [asker]))).toBeUndefined();
    expect(currentIdentityRequest({ ...asked(request), erasedOn: today })).toBeUndefined();
  });

  it('goes with whoever made it, and loses the agreement of whoever is shut out', () => {
    expect(removePersonFromIdentityRequest(agreedBy(one, two), asker)).toBeUndefined();
    expect(removePersonFromIdentityRequest(agreedBy(one, two), one)).toEqual(agreedBy(two));
    expect(removePersonFromIdentityRequest(request, one)).toEqual(request);
  });

  it('counts each agreement once, never that of whoever asked, and for a week from the first', () => {
    expect(currentIdentityAgreements(request, today)).toEqual([]);
    expect(currentIdentityAgreements(agreedBy(one, one, asker, two), today)).toEqual([one, two]);
    expect(currentIdentityAgreements(agreedBy(one), addDays(today, identityAgreementDays))).toEqual([one]);
    expect(currentIdentityAgreements(agreedBy(one), addDays(today, identityAgreementDays + 1))).toEqual([]);
    const later = addIdentityAgreement(agreedBy(one), two, addDays(today, identityAgreementDays));
    expect(currentIdentityAgreements(later, addDays(today, identityAgreementDays))).toEqual([one, two]);
    expect(currentIdentityAgreements(later, addDays(today, identityAgreementDays + 1))).toEqual([]);
    const anew = addIdentityAgreement(agreedBy(one), two, addDays(today, identityAgreementDays + 1));
    expect(currentIdentityAgreements(anew, addDays(today, identityAgreementDays + 1))).toEqual([two]);
  });

  it('is needed, and an exception for a life at risk is one that the force has not ruled out', () => {
    expect([free, oneAsked, both].map(mayOpenForLifeAtRisk)).toEqual([true, false, false]);
    expect(identityRefusal(asked(), one, free, today)).toBe('needsRequest');
    expect(identityRefusal(asked(), one, oneAsked, today)).toBe('needsRequest');
    expect(identityRefusal(asked(), one, both, today)).toBe('needsRequest');
  });

  it('lets a custodian open it who did not make it, where one is enough', () => {
    expect(identityRefusal(asked(request), one, oneAsked, today)).toBeUndefined();
    expect(identityRefusal(asked({ ...request, by: one }), one, oneAsked, today)).toBe('needsCustodian');
    expect(
      identityRefusal(asked({ ...request, by: one, agreedBy: [two], agreedOn: today }), one, oneAsked, today),
    ).toBe(undefined);
    expect(identityRefusal(asked(request, [asker]), one, oneAsked, today)).toBe('needsRequest');
  });

  it('takes another custodian who agreed where it takes two: never the same one, nor the one who asked', () => {
    expect(identityRefusal(asked(request), one, both, today)).toBe('needsCustodian');
    expect(identityRefusal(asked(agreedBy(one)), one, both, today)).toBe('needsCustodian');
    expect(identityRefusal(asked(agreedBy(one, one)), one, both, today)).toBe('needsCustodian');
    expect(identityRefusal(asked(agreedBy(asker)), one, both, today)).toBe('needsCustodian');
    expect(identityRefusal(asked(agreedBy(two)), one, both, today)).toBeUndefined();
    expect(identityRefusal(asked(agreedBy(one, two)), one, both, today)).toBeUndefined();
    expect(identityRefusal(asked(agreedBy(two), [two]), one, both, today)).toBe('needsCustodian');
    expect(identityRefusal(asked(agreedBy(two)), one, both, addDays(today, identityAgreementDays + 1))).toBe(
      'needsCustodian',
    );
    // A custodian asks: another has to agree, and then they open it.
    expect(identityRefusal(asked({ ...request, by: one }), one, both, today)).toBe('needsCustodian');
    expect(identityRefusal(asked({ ...request, by: one }), two, both, today)).toBe('needsCustodian');
    expect(
      identityRefusal(asked(addIdentityAgreement({ ...request, by: one }, two, today)), one, both, today),
    ).toBeUndefined();
  });

  it('waits for a custodian other than those who have done their part, or are out', () => {
    expect(awaitedIdentityApprover(asked(), today)).toBeUndefined();
    expect(awaitedIdentityApprover(asked(request, [asker]), today)).toBeUndefined();
    expect(awaitedIdentityApprover(asked(request, [three]), today)).toEqual({
      role: 'custodian',
      notBy: [three, asker],
    });
    expect(awaitedIdentityApprover(asked(agreedBy(one)), today)).toEqual({ role: 'custodian', notBy: [one] });
    expect(awaitedIdentityApprover(asked(agreedBy(one)), addDays(today, identityAgreementDays + 1))?.notBy).toEqual([
      asker,
    ]);
  });
});
