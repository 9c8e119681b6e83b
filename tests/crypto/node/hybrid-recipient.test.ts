import { describe, expect, it } from '@jest/globals';
import {
  Decrypter,
  Encrypter,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';
import { hybridRecipient } from '../../../crypto/node/hybrid-recipient.ts';

const words = 'Rhywbeth a welais ar y shifft nos.';

async function opened(file: Uint8Array, identity: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return await decrypter.decrypt(file, 'text');
}

describe('the hybrid recipient', () => {
  it('seals what stock age-encryption opens with each of the identities, and with no other', async () => {
    const identities = await Promise.all([1, 2, 3].map(generateHybridIdentity));
    const encrypter = new Encrypter();
    for (const identity of identities) {
      encrypter.addRecipient(hybridRecipient(await identityToRecipient(identity)));
    }
    const file = await encrypter.encrypt(words);
    for (const identity of identities) expect(await opened(file, identity)).toBe(words);
    await expect(opened(file, await generateHybridIdentity())).rejects.toThrow('no identity matched');
  });

  it('wraps in the same shape as the stock recipient', async () => {
    const recipient = await identityToRecipient(await generateHybridIdentity());
    const [stanza, ...others] = hybridRecipient(recipient).wrapFileKey(new Uint8Array(16));
    expect(others).toEqual([]);
    expect(stanza?.args).toEqual(['mlkem768x25519', expect.stringMatching(/^[A-Za-z0-9+/]{1494}$/)]);
    expect(stanza?.body.length).toBe(32);
  });

  it('says what to make instead of an older kind of recipient', async () => {
    const older = await identityToRecipient(await generateX25519Identity());
    expect(() => hybridRecipient(older)).toThrow(
      expect.objectContaining({ code: 'notHybrid', message: expect.stringContaining('npm run keys') }),
    );
  });

  it('refuses what is cut, changed or no recipient', async () => {
    const good = await identityToRecipient(await generateHybridIdentity());
    const changed = good.slice(0, -1) + (good.endsWith('q') ? 'p' : 'q');
    const identity = await generateHybridIdentity();
    for (const bad of ['', 'age', good.slice(0, -1), changed, `${good}\n`, good.toUpperCase(), 'age1pq1', identity]) {
      expect(() => hybridRecipient(bad)).toThrow(expect.objectContaining({ code: 'malformedRecipient' }));
    }
  });
});
