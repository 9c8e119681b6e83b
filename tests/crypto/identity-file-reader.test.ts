import { describe, expect, it } from '@jest/globals';
import { armor, Encrypter } from 'age-encryption';
import { inspect } from 'node:util';
import { recipientFromIdentitySync } from '../../crypto/node/hybrid-recipient.ts';
import { identityText, wrapIdentityText } from '../../crypto/node/identity-file.ts';
import { readIdentities } from '../../crypto/identity-file-reader.ts';
import { identitiesText, generateKeyPair, wrapWithPassphrase } from '../../crypto/identity-file-writer.ts';
import { detectWrapping } from '../../crypto/identity-file-format.ts';
import { seedIdentity } from '../support/tab/keys.ts';

const [identity, holder, newcomer, stranger] = [seedIdentity(1), seedIdentity(2), seedIdentity(3), seedIdentity(4)];
const text = identityText(identity, 'for a test');
const passphrase = 'six words drawn at random here';
const bytes = (content: string) => new TextEncoder().encode(content);
const quick = 10;

async function inPassphrase(): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  // age's own work factor takes a second; what is tried here is who opens it.
  encrypter.setScryptWorkFactor(quick);
  encrypter.setPassphrase(passphrase);
  return await encrypter.encrypt(text);
}

describe('a file of identities in the page', () => {
  it('is read as age-keygen writes it, with comments, blank lines and both line ends', async () => {
    const content = `# created: a while ago\r\n\r\n${identity}\r\n${holder}\n`;
    for (const given of [content, bytes(content), bytes(`\ufeff${content}`)]) {
      expect((await readIdentities(given)).identities).toEqual([identity, holder]);
    }
    expect(detectWrapping(bytes(content))).toBe('none');
  });

  it('opens for each of those that a command wrapped it for, and for nobody else', async () => {
    const wrapped = await wrapIdentityText(text, { holders: [holder, newcomer].map(recipientFromIdentitySync) });
    expect(detectWrapping(bytes(wrapped))).toBe('holders');
    for (const own of [holder, newcomer]) {
      expect(await readIdentities(wrapped, { personal: [stranger, own] })).toEqual({ identities: [identity], text });
    }
    await expect(readIdentities(wrapped, { personal: [stranger] })).rejects.toMatchObject({
      code: 'notForThisIdentity',
    });
    await expect(readIdentities(wrapped)).rejects.toMatchObject({ code: 'personalNeeded' });
  });

  it('opens with its passphrase, armoured or not', async () => {
    const wrapped = await inPassphrase();
    const armoured = armor.encode(wrapped);
    for (const content of [wrapped, armoured, bytes(`\n${armoured.replaceAll('\n', '\r\n')}`)]) {
      expect(detectWrapping(typeof content === 'string' ? bytes(content) : content)).toBe('passphrase');
      expect((await readIdentities(content, { passphrase })).identities).toEqual([identity]);
    }
    await expect(readIdentities(wrapped, { passphrase: 'another' })).rejects.toMatchObject({ code: 'wrongPassphrase' });
    for (const unlocking of [{}, { passphrase: '' }]) {
      await expect(readIdentities(wrapped, unlocking)).rejects.toMatchObject({ code: 'passphraseNeeded' });
    }
  });

  it('is refused where it holds no identity, half of one, an older one or a broken age file', async () => {
    const wrapped = armor.encode(await inPassphrase());
    const cases = [
      ['', 'noIdentity'],
      ['# a comment alone\n', 'noIdentity'],
      [identity.slice(0, -3), 'malformedIdentity'],
      [`${recipientFromIdentitySync(identity)}\n`, 'malformedIdentity'],
      ['-----BEGIN AGE ENCRYPTED FILE-----\nAAAA\n', 'damaged'],
      ['-----BEGIN AGE ENCRYPTED FILE-----\n*\n', 'damaged'],
      ['age-encryption.org/v1\n-> scrypt ', 'damaged'],
      [wrapped.slice(0, -60), 'damaged'],
      ['#'.repeat(1024 * 1024 + 1), 'damaged'],
    ] as const;
    for (const [content, code] of cases) {
      const error: unknown = await readIdentities(content, { passphrase }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: 'SealError', code });
      expect(inspect(error)).not.toContain(identity.slice(25, 40));
    }
  });
});

describe('a key that the page makes', () => {
  it('comes back from its file, with those before it, the newest first', async () => {
    const [pair, earlier] = [
      await generateKeyPair(),
      { identity: holder, recipient: recipientFromIdentitySync(holder) },
    ];
    const written = identitiesText([pair, earlier], 'Candour, for a test');
    const file = await wrapWithPassphrase(written, passphrase, quick);
    expect(await readIdentities(file, { passphrase })).toEqual({
      identities: [pair.identity, earlier.identity],
      text: written,
    });
  });

  it('is another one each time', async () => {
    expect((await generateKeyPair()).identity).not.toBe((await generateKeyPair()).identity);
  });
});
