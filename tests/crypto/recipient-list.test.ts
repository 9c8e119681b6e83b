import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { keyGroups } from '../../core/model/public-keys.ts';
import { verifySignedRecipientList, signRecipientList } from '../../crypto/recipient-list.ts';
import { signerFromIdentity } from '../../crypto/signer.ts';
import { isUntrustedRecipientList, verifyRecipientList } from '../../tab/crypto/verify-recipient-list.ts';
import { seedIdentity, createHeldKey } from '../support/tab/keys.ts';

const ceremony = seedIdentity(40);
const signer = signerFromIdentity(ceremony);
const line = (seed: number) => createHeldKey(seed, 'acu').recipient;
const list = {
  recipients: { acu: [line(1), line(2)], recovery: [line(3)], reserve: [line(4)], custodians: [line(5)] },
  retired: [line(6), line(7)],
};
const on = '2026-11-26';
const signed = signRecipientList(ceremony, list, on);
const slipped = line(9);

describe('a list of those who are sealed to', () => {
  it('is the one that was signed, in whatever order a setting names its lines', () => {
    expect(verifySignedRecipientList(signer, list, signed)).toBe(on);
    const turned = { ...list, recipients: { ...list.recipients, acu: list.recipients.acu.toReversed() } };
    expect(verifySignedRecipientList(signer, { ...turned, retired: list.retired.toReversed() }, signed)).toBe(on);
  });

  it.each(keyGroups)(
    'is another one where a line of %s was put in, swapped or left out, or moved elsewhere',
    (group) => {
      const withLines = (lines: readonly string[]) => ({ ...list, recipients: { ...list.recipients, [group]: lines } });
      const own = list.recipients[group];
      for (const lines of [
        [...own, slipped],
        [slipped, ...own.slice(1)],
        own.slice(1),
        [...own, ...list.recipients.reserve, line(3)],
      ]) {
        expect(verifySignedRecipientList(signer, withLines(lines), signed)).toBeUndefined();
      }
    },
  );

  it('is another one with a line of before in the place of one of now', () => {
    const back = { recipients: { ...list.recipients, acu: [line(6)] }, retired: [line(1), line(2), line(7)] };
    expect(verifySignedRecipientList(signer, back, signed)).toBeUndefined();
    expect(verifySignedRecipientList(signer, { ...list, retired: [line(6)] }, signed)).toBeUndefined();
  });

  it('is signed by nobody where somebody else signed it, the day was changed, or the signature is odd', () => {
    const others = [
      signRecipientList(seedIdentity(41), list, on),
      signed.replace('2026-11-26', '2026-11-27'),
      '',
      on,
      `${signed} `,
    ];
    for (const text of [...others, signed.slice(11), `${on}.${'A'.repeat(86)}`]) {
      expect(verifySignedRecipientList(signer, list, text)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(verifySignedRecipientList(signer, list, text)).toBeUndefined();
      }),
    );
  });
});

describe('a page', () => {
  it('refuses a list that is unsigned or badly signed, once it was built with a signer', () => {
    const said = (signature: string | undefined, by: string | undefined = signer) =>
      verifyRecipientList({ ...list, ...(signature !== undefined && { signed: signature }) }, by);
    expect(said(signed)).toEqual({ kind: 'signed', signedOn: on });
    expect(said(undefined)).toEqual({ kind: 'unsigned' });
    expect(said(signRecipientList(seedIdentity(41), list, on))).toEqual({ kind: 'badlySigned' });
    expect(said(signed, 'no signer')).toEqual({ kind: 'badlySigned' });
    expect([said(signed), said(undefined), said('x')].map(isUntrustedRecipientList)).toEqual([false, true, true]);
  });

  it('that was built without one can say nothing, and refuses nothing', () => {
    const said = verifyRecipientList(list);
    expect([said, isUntrustedRecipientList(said)]).toEqual([{ kind: 'unchecked' }, false]);
  });
});
