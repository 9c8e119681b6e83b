import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { bech32 } from '@scure/base';
import * as fc from 'fast-check';
import { identityFromSeed } from '../../crypto/age-identity.ts';
import { verifySignature, isSigner, signText, signerFromIdentity } from '../../crypto/signer.ts';

const one = identityFromSeed(new Uint8Array(32).fill(1));
const other = identityFromSeed(new Uint8Array(32).fill(2));
const lineOf = (key: Uint8Array, prefix = 'candour-signer') => bech32.encode(prefix, bech32.toWords(key), false);

describe('a signature', () => {
  it('holds for its signer and its text, and for no other of either', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, another) => {
        const signature = signText(one, 'page', text);
        expect(verifySignature(signerFromIdentity(one), 'page', text, signature)).toBe(true);
        expect(verifySignature(signerFromIdentity(other), 'page', text, signature)).toBe(false);
        expect(verifySignature(signerFromIdentity(one), 'page', another, signature)).toBe(another === text);
      }),
      { numRuns: 20 },
    );
  });

  it('is plain Ed25519, as other programs check it', () => {
    const raw = bech32.fromWords(bech32.decode(signerFromIdentity(one), false).words);
    const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    const signature = Buffer.from(signText(one, 'page', 'a text'), 'base64url');
    expect(verify(null, Buffer.from('candour signed page 1\na text'), key, signature)).toBe(true);
  });

  it('is not one in another spelling, cut off, or of another scheme', () => {
    const signature = signText(one, 'page', 'a text');
    const spelt = [
      `${signature}=`,
      signature.slice(0, -1),
      `${signature} `,
      '',
      'A'.repeat(86),
      signature.toUpperCase(),
    ];
    expect(spelt.filter((text) => verifySignature(signerFromIdentity(one), 'page', 'a text', text))).toEqual([]);
  });

  it('by a key that signs everything is none', () => {
    // The neutral point, and a point of order eight: each verifies some signature that nobody made.
    const small = ['0100000000000000000000000000000000000000000000000000000000000000']
      .concat('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05')
      .map((hex) => lineOf(new Uint8Array(Buffer.from(hex, 'hex'))));
    const forged = Buffer.concat([Buffer.from('01'.padEnd(64, '0'), 'hex'), Buffer.alloc(32)]).toString('base64url');
    for (const line of small) {
      for (const text of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
        expect(verifySignature(line, 'page', text, forged)).toBe(false);
      }
    }
  });
});

describe('the public line of a signer', () => {
  it('is the same each time, another for each key, and tells nothing of what is sealed to', () => {
    expect(signerFromIdentity(one)).toBe(signerFromIdentity(one));
    expect(signerFromIdentity(one)).not.toBe(signerFromIdentity(other));
    expect(signerFromIdentity(one)).toMatch(/^candour-signer1[a-z0-9]{58}$/u);
  });

  it('with one letter changed is none', () => {
    const line = signerFromIdentity(one);
    fc.assert(
      fc.property(
        fc.nat({ max: line.length - 1 }),
        fc.constantFrom(...Array.from('qpzry9x8gf2tvdw0s3jn54khce6mua7l')),
        (at, put) => {
          const changed = line.slice(0, at) + put + line.slice(at + 1);
          expect(isSigner(changed)).toBe(changed === line);
        },
      ),
    );
  });

  it.each([
    ['nothing', ''],
    ['capitals', signerFromIdentity(one).toUpperCase()],
    ['another prefix', lineOf(new Uint8Array(32), 'age')],
    ['another length', lineOf(new Uint8Array(31))],
    ['what is sealed to', 'age1pq1abc'],
  ])('is not %s', (_, line) => {
    expect(isSigner(line)).toBe(false);
    expect(verifySignature(line, 'page', 'a', signText(one, 'page', 'a'))).toBe(false);
  });

  it('cannot be had from what is no private line, and the error says nothing of it', () => {
    expect(() => signerFromIdentity('AGE-SECRET-KEY-1WRONG')).toThrow(
      expect.objectContaining({ code: 'malformedIdentity' }),
    );
    expect(() => signText('secret words', 'page', '')).toThrow(expect.not.stringContaining('secret words'));
  });
});
