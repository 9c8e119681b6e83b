import { describe, expect, it } from '@jest/globals';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import * as fc from 'fast-check';
import { createHash } from 'node:crypto';
import { identityFromSeed } from '../../../crypto/age-identity.ts';
import { createAgeSealer } from '../../../crypto/node/age-sealer.ts';
import { recipientFromSeed } from '../../../crypto/node/hybrid-recipient.ts';
import { decryptSeal } from '../../../crypto/decrypt-seal.ts';
import type { KeyGroup } from '../../../core/model/public-keys.ts';

const seeds = { acu: 1, recovery: 2, reserve: 3, custodians: 4, mailbox: 5 } as const;
const seedOf = (whose: keyof typeof seeds) => new Uint8Array(32).fill(seeds[whose]);
const identityOf = (whose: keyof typeof seeds) => identityFromSeed(seedOf(whose));
const recipientOf = (group: KeyGroup) => [recipientFromSeed(seedOf(group))];
const recipients = {
  acu: recipientOf('acu'),
  recovery: recipientOf('recovery'),
  reserve: recipientOf('reserve'),
  custodians: recipientOf('custodians'),
};
const nobody = { acu: [], recovery: [], reserve: [], custodians: [] };
const seal = createAgeSealer(recipients);
const numRuns = process.env.SLOW ? 500 : 20;

const opensWith = async (sealed: string) => {
  const opens: string[] = [];
  for (const holder of ['acu', 'recovery', 'reserve', 'custodians', 'mailbox'] as const) {
    const text = await decryptSeal(sealed, [identityOf(holder)]).catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'notForThisIdentity' });
    });
    if (text !== undefined) opens.push(holder);
  }
  return opens;
};

describe('the seal', () => {
  it('opens for the holders of its group alone', async () => {
    expect(await opensWith(await seal.seal('words', 'acu'))).toEqual(['acu', 'recovery']);
    expect(await opensWith(await seal.seal('words', 'reserve'))).toEqual(['recovery', 'reserve']);
    expect(await opensWith(await seal.seal('words', 'custodians'))).toEqual(['custodians']);
    const mailbox = await seal.mailboxRecipient(seedOf('mailbox'));
    expect(await opensWith(await seal.sealToMailbox('words', mailbox))).toEqual(['mailbox']);
  });

  it('gives back any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 3000 }), async (text) => {
        expect(await decryptSeal(await seal.seal(text, 'acu'), [identityOf('acu')])).toBe(text);
      }),
      { numRuns },
    );
  });

  it('is an age file that the stock library opens with a stock identity', async () => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identityOf('recovery'));
    const bytes = await decrypter.decrypt(Buffer.from(await seal.seal('words', 'reserve'), 'base64'));
    expect(Buffer.from(bytes).toString('utf8', 5, 10)).toBe('words');
    expect(bytes.length).toBe(4096);
  });

  it('has a key and a nonce of its own each time, also for the same words', async () => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identityOf('acu'));
    const seals = await Promise.all(Array.from({ length: 5 }, () => seal.seal('words', 'acu')));
    const files = seals.map((text) => new Uint8Array(Buffer.from(text, 'base64')));
    const keys = await Promise.all(files.map((file) => decrypter.decryptHeader(file)));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(5);
    // 4,096 bytes and a tag, and the nonce before them.
    const nonces = files.map((file) => Buffer.from(file.subarray(-4_128, -4_112)).toString('hex'));
    expect(new Set(nonces).size).toBe(5);
  });

  it('has one size for a sentence and for a long account, and shows no word', async () => {
    const canary = 'canary-7f3a';
    const [short, long] = [await seal.seal(canary, 'acu'), await seal.seal(canary.repeat(300), 'acu')];
    expect(short.length).toBe(long.length);
    expect(Buffer.from(short, 'base64').toString('latin1')).not.toContain(canary);
  });

  it('names its recipients by sorted fingerprints', () => {
    const fingerprint = (line: string) => createHash('sha256').update(line).digest('hex').slice(0, 32);
    expect(seal.fingerprints('acu')).toEqual([...recipients.acu, ...recipients.recovery].map(fingerprint).sort());
    expect(seal.fingerprints('custodians')).toEqual(recipients.custodians.map(fingerprint));
  });

  it('seals to several keys of a group', async () => {
    const [mine, newer] = [identityOf('acu'), identityOf('mailbox')];
    const both = createAgeSealer({ ...nobody, acu: [...recipients.acu, recipientFromSeed(seedOf('mailbox'))] });
    const sealed = await both.seal('words', 'acu');
    expect(await decryptSeal(sealed, [mine])).toBe('words');
    expect(await decryptSeal(sealed, [newer])).toBe('words');
  });

  it('refuses a group without a key of its own, also beside recovery', async () => {
    const onlyRecovery = createAgeSealer({ ...nobody, recovery: recipients.recovery });
    for (const to of ['acu', 'reserve', 'custodians'] as const) {
      expect(onlyRecovery.fingerprints(to)).toEqual([]);
      await expect(onlyRecovery.seal('words', to)).rejects.toMatchObject({ code: 'noRecipient' });
    }
  });

  it('is not made with a key that stands in two groups, or twice in one', () => {
    const twice = expect.objectContaining({ code: 'repeatedRecipient' });
    expect(() => createAgeSealer({ ...recipients, custodians: recipients.acu })).toThrow(twice);
    expect(() => createAgeSealer({ ...recipients, recovery: recipients.custodians })).toThrow(twice);
    expect(() => createAgeSealer({ ...nobody, acu: [...recipients.acu, ...recipients.acu] })).toThrow(twice);
  });

  it('is not made with an older recipient, alone or beside others, and names the group', async () => {
    const older = await identityToRecipient(await generateX25519Identity());
    const refused = expect.objectContaining({ code: 'notHybrid', group: 'reserve' });
    expect(() => createAgeSealer({ ...recipients, reserve: [older] })).toThrow(refused);
    expect(() => createAgeSealer({ ...recipients, reserve: [...recipients.reserve, older] })).toThrow(refused);
  });

  it('is not made with a recipient that cannot be sealed to', () => {
    for (const line of ['', 'not a key', recipientFromSeed(seedOf('acu')).slice(0, 1000)]) {
      expect(() => createAgeSealer({ ...recipients, acu: [line] })).toThrow(
        expect.objectContaining({ code: 'malformedRecipient', group: 'acu' }),
      );
    }
  });

  it('refuses half a character, a mailbox that is none and a seed that is none', async () => {
    await expect(seal.seal('\ud83d', 'acu')).rejects.toMatchObject({ code: 'brokenText' });
    await expect(seal.sealToMailbox('words', 'age1')).rejects.toMatchObject({ code: 'malformedRecipient' });
    await expect(seal.mailboxRecipient(new Uint8Array(16))).rejects.toMatchObject({ code: 'malformedSeed' });
  });
});
