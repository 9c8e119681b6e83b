import { describe, expect, it } from '@jest/globals';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import * as fc from 'fast-check';
import { inspect } from 'node:util';
import { identityFromSeed, parseIdentity } from '../../../crypto/age-identity.ts';
import { recipientFromIdentitySync, recipientFromSeed } from '../../../crypto/node/hybrid-recipient.ts';

const numRuns = process.env.SLOW ? 1000 : 25;
const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });

const thrownBy = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

describe('a hybrid identity', () => {
  it('has the recipient that age-encryption derives', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        expect(recipientFromSeed(seed)).toBe(await identityToRecipient(identityFromSeed(seed)));
      }),
      { numRuns },
    );
  });

  it('has the recipient of an identity that age-encryption made', async () => {
    const identity = await generateHybridIdentity();
    expect(recipientFromIdentitySync(identity)).toBe(await identityToRecipient(identity));
  });

  it('comes back to its seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(parseIdentity(identityFromSeed(seed))).toEqual(seed);
      }),
    );
  });

  it('is refused where it is malformed, without being repeated', async () => {
    const good = identityFromSeed(new Uint8Array(32).fill(7));
    const last = good.endsWith('Q') ? 'P' : 'Q';
    const older = await generateX25519Identity();
    for (const bad of ['', good.toLowerCase(), good.slice(0, -1), good.slice(0, -1) + last, ` ${good}`, older]) {
      const error = thrownBy(() => recipientFromIdentitySync(bad));
      expect(error).toMatchObject({ code: 'malformedIdentity' });
      // The library's own error for bech32 repeats what it could not read.
      expect(inspect(error)).not.toContain(good.slice(25, 40));
    }
  });

  it('is refused for a seed of another length', () => {
    for (const derive of [recipientFromSeed, identityFromSeed]) {
      expect(() => derive(new Uint8Array(31))).toThrow(expect.objectContaining({ code: 'malformedSeed' }));
    }
  });
});
