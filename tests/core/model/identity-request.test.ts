import { describe, expect, it } from '@jest/globals';
import {
  agreementDays,
  agreementsOn,
  identityAwaits,
  type IdentityRequest,
  opensForLife,
  requestAgreed,
  requestWithout,
  standingRequest,
  whyNotOpened,
} from '../../../core/model/identity-request.ts';
import { addDays } from '../../../core/model/calendar.ts';
import { personId } from '../../../core/model/directory.ts';
import { today } from '../../support/contracts/records.ts';

const [asker, one, two, three] = [personId('asker'), personId('one'), personId('two'), personId('three')];
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
    expect(standingRequest(asked(request, [one]))).toBe(request);
    expect(standingRequest(asked())).toBeUndefined();
    expect(standingRequest(asked(request, [asker]))).toBeUndefined();
    expect(standingRequest({ ...asked(request), erasedOn: today })).toBeUndefined();
  });

  it('goes with whoever made it, and loses the agreement of whoever is shut out', () => {
    expect(requestWithout(agreedBy(one, two), asker)).toBeUndefined();
    expect(requestWithout(agreedBy(one, two), one)).toEqual(agreedBy(two));
    expect(requestWithout(request, one)).toEqual(request);
  });

  it('counts each agreement once, never that of whoever asked, and for a week from the first', () => {
    expect(agreementsOn(request, today)).toEqual([]);
    expect(agreementsOn(agreedBy(one, one, asker, two), today)).toEqual([one, two]);
    expect(agreementsOn(agreedBy(one), addDays(today, agreementDays))).toEqual([one]);
    expect(agreementsOn(agreedBy(one), addDays(today, agreementDays + 1))).toEqual([]);
    const later = requestAgreed(agreedBy(one), two, addDays(today, agreementDays));
    expect(agreementsOn(later, addDays(today, agreementDays))).toEqual([one, two]);
    expect(agreementsOn(later, addDays(today, agreementDays + 1))).toEqual([]);
    const anew = requestAgreed(agreedBy(one), two, addDays(today, agreementDays + 1));
    expect(agreementsOn(anew, addDays(today, agreementDays + 1))).toEqual([two]);
  });

  it('is needed, and an exception for a life at risk is one that the force has not ruled out', () => {
    expect([free, oneAsked, both].map(opensForLife)).toEqual([true, false, false]);
    expect(whyNotOpened(asked(), one, free, today)).toBe('needsRequest');
    expect(whyNotOpened(asked(), one, oneAsked, today)).toBe('needsRequest');
    expect(whyNotOpened(asked(), one, both, today)).toBe('needsRequest');
  });

  it('lets a custodian open it who did not make it, where one is enough', () => {
    expect(whyNotOpened(asked(request), one, oneAsked, today)).toBeUndefined();
    expect(whyNotOpened(asked({ ...request, by: one }), one, oneAsked, today)).toBe('needsCustodian');
    expect(whyNotOpened(asked({ ...request, by: one, agreedBy: [two], agreedOn: today }), one, oneAsked, today)).toBe(
      undefined,
    );
    expect(whyNotOpened(asked(request, [asker]), one, oneAsked, today)).toBe('needsRequest');
  });

  it('takes another custodian who agreed where it takes two: never the same one, nor the one who asked', () => {
    expect(whyNotOpened(asked(request), one, both, today)).toBe('needsCustodian');
    expect(whyNotOpened(asked(agreedBy(one)), one, both, today)).toBe('needsCustodian');
    expect(whyNotOpened(asked(agreedBy(one, one)), one, both, today)).toBe('needsCustodian');
    expect(whyNotOpened(asked(agreedBy(asker)), one, both, today)).toBe('needsCustodian');
    expect(whyNotOpened(asked(agreedBy(two)), one, both, today)).toBeUndefined();
    expect(whyNotOpened(asked(agreedBy(one, two)), one, both, today)).toBeUndefined();
    expect(whyNotOpened(asked(agreedBy(two), [two]), one, both, today)).toBe('needsCustodian');
    expect(whyNotOpened(asked(agreedBy(two)), one, both, addDays(today, agreementDays + 1))).toBe('needsCustodian');
    // A custodian asks: another has to agree, and then they open it.
    expect(whyNotOpened(asked({ ...request, by: one }), one, both, today)).toBe('needsCustodian');
    expect(whyNotOpened(asked({ ...request, by: one }), two, both, today)).toBe('needsCustodian');
    expect(whyNotOpened(asked(requestAgreed({ ...request, by: one }, two, today)), one, both, today)).toBeUndefined();
  });

  it('waits for a custodian other than those who have done their part, or are out', () => {
    expect(identityAwaits(asked(), today)).toBeUndefined();
    expect(identityAwaits(asked(request, [asker]), today)).toBeUndefined();
    expect(identityAwaits(asked(request, [three]), today)).toEqual({ role: 'custodian', notBy: [three, asker] });
    expect(identityAwaits(asked(agreedBy(one)), today)).toEqual({ role: 'custodian', notBy: [one] });
    expect(identityAwaits(asked(agreedBy(one)), addDays(today, agreementDays + 1))?.notBy).toEqual([asker]);
  });
});
