import { scryptSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  createSignInPassphrase,
  derivePassphraseCredential,
  parseSignInPassphrase,
} from '../../../tab/partners/sign-in/sign-in-passphrase.ts';

describe('words that are drawn', () => {
  it.each(['en', 'cy'] as const)('are six of the list, others each time (%s)', async (language) => {
    const [one, other] = [await createSignInPassphrase(language), await createSignInPassphrase(language)];
    expect(one.split(' ')).toHaveLength(6);
    expect(parseSignInPassphrase(one)).toBe(one);
    expect(other).not.toBe(one);
  });

  it('are the same however they are typed, and none where one is missing', () => {
    expect(parseSignInPassphrase('  Llyn, MYNYDD\n glaw.eira;gwynt   haul ')).toBe('llyn mynydd glaw eira gwynt haul');
    expect(parseSignInPassphrase('llyn mynydd glaw eira gwynt')).toBeUndefined();
    expect(parseSignInPassphrase('')).toBeUndefined();
  });

  it('lead to a name and a secret by scrypt, others at another host', async () => {
    const words = 'llyn mynydd glaw eira gwynt haul';
    const keys = await derivePassphraseCredential(words, 'candour.example.org');
    const expected = scryptSync(words, 'candour/1/partner words/candour.example.org', 48, {
      N: 2 ** 15,
      r: 8,
      p: 1,
      maxmem: 2 ** 27,
    });
    expect(keys).toEqual({
      id: expected.subarray(0, 16).toString('hex'),
      secret: expected.subarray(16).toString('base64url'),
    });
    const elsewhere = await derivePassphraseCredential(words, 'candour.example.net');
    expect(elsewhere.id).not.toBe(keys.id);
    expect(elsewhere.secret).not.toBe(keys.secret);
  });
});
