import { describe, expect, it } from '@jest/globals';
import { createPublicKey, decapsulate, diffieHellman } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  combineXWing,
  expandXWingSeed,
  xWingEncapsulator,
  xWingPublicKey,
} from '../../../crypto/node/hybrid-recipient.ts';

const hex = z.string().transform((text) => new Uint8Array(Buffer.from(text, 'hex')));
const { vectors } = z
  .object({ vectors: z.array(z.object({ seed: hex, pk: hex, ct: hex, ss: hex })).length(3) })
  .parse(JSON.parse(readFileSync(new URL('x-wing-vectors.json', import.meta.url), 'utf8')));

const curvePrefix = Buffer.from('302a300506032b656e032100', 'hex');

/** Decapsulation, which nothing but a holder of the key needs: here from Node's parts and our own. */
function secretIn(ciphertext: Uint8Array, seed: Uint8Array): Uint8Array {
  const keys = expandXWingSeed(seed);
  const share = ciphertext.subarray(1088);
  const publicKey = createPublicKey({ key: Buffer.concat([curvePrefix, share]), format: 'der', type: 'spki' });
  return combineXWing(
    decapsulate(keys.kem, ciphertext.subarray(0, 1088)),
    diffieHellman({ privateKey: keys.curve, publicKey }),
    share,
    xWingPublicKey(seed).subarray(1184),
  );
}

describe('X-Wing', () => {
  it('derives the public keys of the draft from their seeds', () => {
    for (const { seed, pk } of vectors) expect(xWingPublicKey(seed)).toEqual(pk);
  });

  it('combines to the secrets of the draft', () => {
    for (const { seed, ct, ss } of vectors) expect(secretIn(ct, seed)).toEqual(ss);
  });

  it('draws a secret that the holder of the seed finds in its ciphertext, another each time', () => {
    for (const { seed, pk } of vectors) {
      const encapsulate = xWingEncapsulator(pk);
      const [one, other] = [encapsulate(), encapsulate()];
      expect(one.ciphertext.length).toBe(1120);
      expect(secretIn(one.ciphertext, seed)).toEqual(one.secret);
      expect(secretIn(other.ciphertext, seed)).toEqual(other.secret);
      expect(one.secret).not.toEqual(other.secret);
    }
  });

  it('refuses a seed and a public key of another length', () => {
    for (const length of [0, 31, 33]) {
      expect(() => xWingPublicKey(new Uint8Array(length))).toThrow(expect.objectContaining({ code: 'malformedSeed' }));
    }
    for (const length of [0, 1215, 1217]) {
      expect(() => xWingEncapsulator(new Uint8Array(length))).toThrow(
        expect.objectContaining({ code: 'malformedRecipient' }),
      );
    }
  });

  it('refuses an ML-KEM key whose numbers are out of range', () => {
    const key = xWingPublicKey(new Uint8Array(32)).fill(0xff, 0, 1152);
    expect(() => xWingEncapsulator(key)()).toThrow(expect.objectContaining({ code: 'malformedRecipient' }));
  });

  it('refuses an X25519 point that gives everybody the same secret', () => {
    const key = xWingPublicKey(new Uint8Array(32)).fill(0, 1184);
    expect(() => xWingEncapsulator(key)()).toThrow(expect.objectContaining({ code: 'malformedRecipient' }));
  });
});
