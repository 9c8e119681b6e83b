import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { inspect } from 'node:util';
import { recipientFromIdentitySync, recipientFromSeed } from '../../../crypto/node/hybrid-recipient.ts';
import { sealText } from '../../../crypto/seal-text.ts';
import { decryptSeal } from '../../../crypto/decrypt-seal.ts';
import { assertRecipient, recipientFromIdentity } from '../../../crypto/recipient.ts';
import { seedIdentity } from '../../support/tab/keys.ts';

const [acu, recovery, stranger] = [seedIdentity(1), seedIdentity(2), seedIdentity(3)];
const lines = [acu, recovery].map(recipientFromIdentitySync);
const numRuns = process.env.SLOW ? 500 : 15;
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom('', 'ŵ', 'x'.repeat(4091), 'x'.repeat(4092), 'y'.repeat(9000)),
);

describe('a seal made in the page', () => {
  it('opens with each of its recipients, in the page and with the commands', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom(acu, recovery), async (text, identity) => {
        const sealed = await sealText(text, lines);
        expect(await decryptSeal(sealed, [stranger, identity])).toBe(text);
      }),
      { numRuns },
    );
  });

  it('is as long for a short text as for a longer one', async () => {
    expect((await sealText('no', lines)).length).toBe((await sealText('x'.repeat(4000), lines)).length);
  });

  it('opens for nobody else', async () => {
    await expect(decryptSeal(await sealText('words', lines), [stranger])).rejects.toMatchObject({
      code: 'notForThisIdentity',
    });
  });

  it('is not made for nobody, for an older kind of key, or for half of one', async () => {
    const older = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
    const [line = ''] = lines;
    const cases = [
      [[], 'noRecipient'],
      [[line, older], 'notHybrid'],
      [[line.slice(0, -1)], 'malformedRecipient'],
      [['words'], 'malformedRecipient'],
      [[acu], 'malformedRecipient'],
    ] as const;
    for (const [recipients, code] of cases) {
      await expect(sealText('words', recipients)).rejects.toMatchObject({ name: 'SealError', code });
    }
    await expect(sealText('\ud800', lines)).rejects.toMatchObject({ code: 'brokenText' });
  });

  it('names a recipient once where it was named twice', async () => {
    const [line = ''] = lines;
    expect((await sealText('words', [line, line])).length).toBe((await sealText('words', [line])).length);
  });
});

describe('a public line in the page', () => {
  it('is the one that the server derives from the same seed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(255), async (seed) => {
        const line = await recipientFromIdentity(seedIdentity(seed));
        expect(line).toBe(recipientFromSeed(new Uint8Array(32).fill(seed)));
        expect(() => assertRecipient(line)).not.toThrow();
      }),
      { numRuns },
    );
  });

  it('is not made of what is no whole identity, which no error repeats', async () => {
    for (const line of ['', acu.slice(0, -1), acu.toLowerCase(), recipientFromIdentitySync(acu)]) {
      const error: unknown = await recipientFromIdentity(line).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: 'SealError', code: 'malformedIdentity' });
      expect(inspect(error)).not.toContain(acu.slice(25, 40));
    }
  });
});
