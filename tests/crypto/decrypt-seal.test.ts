import { describe, expect, it } from '@jest/globals';
import { Encrypter } from 'age-encryption';
import * as fc from 'fast-check';
import { inspect } from 'node:util';
import { identityFromSeed } from '../../crypto/age-identity.ts';
import { createAgeSealer } from '../../crypto/node/age-sealer.ts';
import { recipientFromSeed } from '../../crypto/node/hybrid-recipient.ts';
import { decryptSeal } from '../../crypto/decrypt-seal.ts';

const seed = new Uint8Array(32).fill(9);
const identity = identityFromSeed(seed);
const other = identityFromSeed(new Uint8Array(32).fill(8));
const seal = createAgeSealer({ acu: [recipientFromSeed(seed)], recovery: [], reserve: [], custodians: [] });
const numRuns = process.env.SLOW ? 1000 : 40;

describe('opening a seal', () => {
  it('takes the first identity that fits', async () => {
    expect(await decryptSeal(await seal.seal('words', 'acu'), [other, identity])).toBe('words');
  });

  it('tells an identity that does not fit from a seal that was changed', async () => {
    const sealed = await seal.seal('words', 'acu');
    await expect(decryptSeal(sealed, [other])).rejects.toMatchObject({ code: 'notForThisIdentity' });
    await expect(decryptSeal(sealed.slice(0, -8), [identity])).rejects.toMatchObject({ code: 'damaged' });
    await expect(decryptSeal('', [identity])).rejects.toMatchObject({ code: 'damaged' });
    await expect(decryptSeal(sealed, [])).rejects.toMatchObject({ code: 'noIdentity' });
    await expect(decryptSeal(sealed, ['AGE-SECRET-KEY-PQ-1'])).rejects.toMatchObject({ code: 'malformedIdentity' });
  });

  it('repeats nothing of an identity that it cannot read', async () => {
    const sealed = await seal.seal('words', 'acu');
    const error: unknown = await decryptSeal(sealed, [identity.slice(0, -1)]).catch((thrown: unknown) => thrown);
    expect(inspect(error)).toContain('SealError');
    expect(inspect(error)).not.toContain(identity.slice(25, 40));
  });

  it('never opens a seal with one bit changed', async () => {
    const file = Buffer.from(await seal.seal('words', 'acu'), 'base64');
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Buffer.from(file).fill((file[at] ?? 0) ^ (1 << bit), at, at + 1);
        await expect(decryptSeal(changed.toString('base64'), [identity])).rejects.toMatchObject({ name: 'SealError' });
      }),
      { numRuns },
    );
  });

  it('refuses a spelling of base64 that is not the one it was written in', async () => {
    const sealed = await seal.seal('words', 'acu');
    for (const text of [`${sealed}\n`, ` ${sealed}`, sealed.replace(/^./, (letter) => `${letter}!`)]) {
      await expect(decryptSeal(text, [identity])).rejects.toMatchObject({ code: 'damaged' });
    }
  });

  it('refuses an age file that no seal of ours is', async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipientFromSeed(seed));
    const foreign = Buffer.from(await encrypter.encrypt('not padded')).toString('base64');
    await expect(decryptSeal(foreign, [identity])).rejects.toMatchObject({ code: 'damaged' });
  });
});
