import { describe, expect, it } from '@jest/globals';
import { Decrypter, Encrypter, type Recipient, Stanza } from 'age-encryption';
import { randomBytes } from 'node:crypto';
import { encryptAgeFile, type AgeFileSecrets } from '../../../crypto/node/age-sealer.ts';

/** A recipient that keeps what it was to wrap: it opens for whoever has that. */
function openRecipient(): Recipient & { readonly keys: Uint8Array[]; readonly stanzas: Stanza[] } {
  const keys: Uint8Array[] = [];
  const stanzas: Stanza[] = [];
  return {
    keys,
    stanzas,
    wrapFileKey(fileKey) {
      keys.push(fileKey.slice());
      const stanza = new Stanza(['a-test', randomBytes(90).toString('base64url')], new Uint8Array(randomBytes(32)));
      stanzas.push(stanza);
      return [stanza];
    },
  };
}

/** A file of the stock library for so many recipients, and all that was drawn for it. */
async function stockFile(
  content: Uint8Array,
  recipients: number,
): Promise<{ file: Uint8Array; drawn: AgeFileSecrets }> {
  const recipient = openRecipient();
  const encrypter = new Encrypter();
  for (let at = 0; at < recipients; at += 1) encrypter.addRecipient(recipient);
  const file = await encrypter.encrypt(content);
  const header = Buffer.from(file).indexOf('\n--- ') + 5;
  const nonceAt = file.indexOf(0x0a, header) + 1;
  const [fileKey = new Uint8Array()] = recipient.keys;
  return { file, drawn: { fileKey, nonce: file.slice(nonceAt, nonceAt + 16), stanzas: recipient.stanzas } };
}

describe('an age file', () => {
  it.each([
    [0, 1],
    [1, 1],
    [4_096, 2],
    [65_535, 1],
    [65_536, 1],
    [65_537, 3],
    [131_072, 1],
    [200_000, 20],
    [17_000_000, 1],
  ])('of %i bytes for %i is to the byte what the stock library writes', async (bytes, recipients) => {
    const content = new Uint8Array(Buffer.alloc(bytes, 'Rhywbeth a welais ar y shifft nos. '));
    const { file, drawn } = await stockFile(content, recipients);
    expect(encryptAgeFile(content, drawn).equals(file)).toBe(true);
  });

  it('does not open where a byte of it was changed', async () => {
    const { drawn } = await stockFile(new Uint8Array(), 1);
    const file = encryptAgeFile(new Uint8Array(4_096), drawn);
    const opened = async (bytes: Uint8Array): Promise<string> => {
      const decrypter = new Decrypter();
      decrypter.addIdentity({ unwrapFileKey: () => drawn.fileKey });
      return await decrypter.decrypt(new Uint8Array(bytes)).then(
        () => 'opened',
        () => 'refused',
      );
    };
    expect(await opened(file)).toBe('opened');
    for (const at of [30, file.indexOf('--- ') + 6, file.length - 4_110, file.length - 1_000, file.length - 1]) {
      const changed = Buffer.from(file);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect([at, await opened(changed)]).toEqual([at, 'refused']);
    }
    expect(await opened(file.subarray(0, -1))).toBe('refused');
  });
});
