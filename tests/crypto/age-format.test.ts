import { describe, expect, it } from '@jest/globals';
import { base64 } from '@scure/base';
import { Encrypter } from 'age-encryption';
import * as fc from 'fast-check';
import { isSealFormat, countRecipients } from '../../crypto/age-format.ts';
import { sealText } from '../../crypto/seal-text.ts';
import { recipientFromSeed } from '../../crypto/node/hybrid-recipient.ts';

const lineOf = (number: number) => recipientFromSeed(new Uint8Array(32).fill(number));

describe('the shape of a seal', () => {
  it.each([0, 4_000, 5_000, 60_000, 70_000])('is seen in what a page seals, of %i characters', async (length) => {
    expect(isSealFormat(await sealText('x'.repeat(length), [lineOf(1), lineOf(2)]))).toBe(true);
  });

  it('is not that of words, nor of words in the clothes of a file', () => {
    const words = 'age-encryption.org/v1\n-> mlkem768x25519 AAAA\nAAAA\n--- AAAA\nan officer was there last night';
    expect(isSealFormat(base64.encode(new TextEncoder().encode(words)))).toBe(false);
    expect(isSealFormat(base64.encode(new TextEncoder().encode('words in clear')))).toBe(false);
    expect(isSealFormat('words in clear')).toBe(false);
    expect(isSealFormat('')).toBe(false);
  });

  it('is not that of a file for a passphrase, nor of one whose length says how long its text is', async () => {
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(2);
    encrypter.setPassphrase('a passphrase');
    expect(isSealFormat(base64.encode(await encrypter.encrypt(new Uint8Array(4096))))).toBe(false);
    const bare = new Encrypter();
    bare.addRecipient(lineOf(1));
    expect(isSealFormat(base64.encode(await bare.encrypt('an unpadded text')))).toBe(false);
  });

  it('is lost with any byte of its length', async () => {
    const sealed = base64.decode(await sealText('words', [lineOf(1)]));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: sealed.length }), (cut) => {
        expect(isSealFormat(base64.encode(sealed.subarray(0, sealed.length - cut)))).toBe(false);
      }),
    );
    const longer = new Uint8Array([...sealed, 0]);
    expect(isSealFormat(base64.encode(longer))).toBe(false);
  });

  it('is decided calmly of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => expect(isSealFormat(base64.encode(bytes))).toBe(false)),
    );
  });

  it('says how many can open it', async () => {
    for (const count of [1, 2, 9]) {
      const lines = Array.from({ length: count }, (_, at) => lineOf(at + 1));
      expect(countRecipients(await sealText('words', lines))).toBe(count);
    }
  });

  it('is lost with every change of its structure, and nothing throws', async () => {
    const sealed = base64.decode(await sealText('words', [lineOf(1), lineOf(2)]));
    const text = Buffer.from(sealed).toString('latin1');
    const end = text.indexOf('\n', text.indexOf('\n--- ') + 1) + 1;
    const lines = text.slice(0, end - 1).split('\n');
    const content = sealed.subarray(end);
    const shaped = (changed: readonly string[]): boolean =>
      isSealFormat(base64.encode(Buffer.concat([Buffer.from(`${changed.join('\n')}\n`, 'latin1'), content])));
    expect(shaped(lines)).toBe(true);
    const line = fc.nat({ max: lines.length - 1 });
    const change = fc.oneof(
      line.map((at) => lines.filter((_, place) => place !== at)),
      line.map((at) => lines.flatMap((one, place) => (place === at ? [one, one] : [one]))),
      fc
        .tuple(line, fc.nat({ max: 1_600 }), fc.constantFrom('', ' ', '=', '-', '\r', '\0', '\u00e9', 'AA'))
        .map(([at, place, put]) =>
          lines.map((one, of) => {
            const cut = Math.min(place, one.length - 1);
            return of === at ? `${one.slice(0, cut)}${put}${one.slice(cut + 1)}` : one;
          }),
        ),
    );
    // What is put in may be what was there.
    const changes = change.filter((changed) => changed.join('\n') !== lines.join('\n'));
    fc.assert(fc.property(changes, (changed) => expect(shaped(changed)).toBe(false)));
  });
});
