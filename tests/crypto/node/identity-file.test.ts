import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { armor, Encrypter } from 'age-encryption';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityFromSeed } from '../../../crypto/age-identity.ts';
import { recipientFromIdentitySync } from '../../../crypto/node/hybrid-recipient.ts';
import { readIdentityFile } from '../../../crypto/node/identity-file.ts';
import { identityText, wrapIdentityText } from '../../../crypto/node/identity-file.ts';

const identity = identityFromSeed(new Uint8Array(32).fill(1));
const holder = identityFromSeed(new Uint8Array(32).fill(2));
const newcomer = identityFromSeed(new Uint8Array(32).fill(3));
const stranger = identityFromSeed(new Uint8Array(32).fill(4));
const text = identityText(identity, 'for a test');

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candour-identity-'));
  path = join(folder, 'identity');
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const personal = (own: string) => ({ personal: async () => [own] });

describe('an identity file', () => {
  it('opens for each of those it is wrapped for, and for nobody else', async () => {
    await writeFile(path, await wrapIdentityText(text, { holders: [holder, newcomer].map(recipientFromIdentitySync) }));
    for (const own of [holder, newcomer]) {
      expect(await readIdentityFile(path, personal(own))).toEqual({ identities: [identity], text });
    }
    await expect(readIdentityFile(path, personal(stranger))).rejects.toMatchObject({ code: 'notForThisIdentity' });
    await expect(readIdentityFile(path)).rejects.toMatchObject({ code: 'personalNeeded' });
  });

  it('opens with its passphrase, asked for only where it is needed', async () => {
    const asked: string[] = [];
    const passphrase = (answer: string | undefined) => async () => {
      asked.push('once');
      return answer;
    };
    await writeFile(path, text);
    expect((await readIdentityFile(path, { passphrase: passphrase('unused') })).identities).toEqual([identity]);
    expect(asked).toEqual([]);

    // age's own work factor takes a second; what is tried here is who opens it.
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(10);
    encrypter.setPassphrase('six words drawn at random here');
    const wrapped = await encrypter.encrypt(text);
    for (const content of [wrapped, armor.encode(wrapped), `\n${armor.encode(wrapped).replaceAll('\n', '\r\n')}`]) {
      await writeFile(path, content);
      const opened = await readIdentityFile(path, { passphrase: passphrase('six words drawn at random here') });
      expect(opened.identities).toEqual([identity]);
    }
    await expect(readIdentityFile(path, { passphrase: passphrase('another') })).rejects.toMatchObject({
      code: 'wrongPassphrase',
    });
    await expect(readIdentityFile(path, { passphrase: passphrase(undefined) })).rejects.toMatchObject({
      code: 'passphraseNeeded',
    });
    expect(asked.length).toBe(5);
  });

  it('is not wrapped for nobody', async () => {
    await expect(wrapIdentityText(text, { holders: [] })).rejects.toMatchObject({ code: 'noRecipient' });
  });
});
