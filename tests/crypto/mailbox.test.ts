import { describe, expect, it } from '@jest/globals';
import { createAgeSealer } from '../../crypto/node/age-sealer.ts';
import { recipientFromSeed } from '../../crypto/node/hybrid-recipient.ts';
import { createMailboxDecrypter } from '../../crypto/decrypt-seal.ts';

const seal = createAgeSealer({ acu: [], recovery: [], reserve: [], custodians: [] });
const seed = new Uint8Array(32).fill(7);
const mailbox = createMailboxDecrypter();

describe('a mailbox', () => {
  it('opens what was sealed to it', async () => {
    const sealed = await seal.sealToMailbox('a question, cwestiwn', recipientFromSeed(seed));
    expect(await mailbox.decrypt(sealed, seed)).toBe('a question, cwestiwn');
  });

  it('opens nothing of another mailbox, nothing damaged and nothing that is no seal', async () => {
    const sealed = await seal.sealToMailbox('a question', recipientFromSeed(seed));
    expect(await mailbox.decrypt(sealed, new Uint8Array(32).fill(8))).toBeUndefined();
    const damaged = Buffer.from(sealed, 'base64');
    damaged.writeUInt8(damaged.readUInt8(damaged.length - 1) ^ 1, damaged.length - 1);
    expect(await mailbox.decrypt(damaged.toString('base64'), seed)).toBeUndefined();
    for (const text of ['', 'AAAA', 'not base64 …']) expect(await mailbox.decrypt(text, seed)).toBeUndefined();
  });
});
