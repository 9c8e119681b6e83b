import { createHash } from 'node:crypto';

/** Bytes that are always the same for the same words. */
function bytesOf(words: string, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, at) =>
    createHash('sha256').update(`${at} ${words}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, length);
}
const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** What a page sends as sealed, as far as its shape tells, in base64: no key opens it. The same words give the same. */
export function createSealText(words = 'sealed in the page', recipients = 2, padded = 4_096): string {
  const stanzas = Array.from({ length: recipients }, (_, at) => {
    const share = unpadded(bytesOf(`${words} share ${at}`, 1_120));
    return `-> mlkem768x25519 ${share}\n${unpadded(bytesOf(`${words} key ${at}`, 32))}\n`;
  });
  const header = `age-encryption.org/v1\n${stanzas.join('')}--- ${unpadded(bytesOf(`${words} tag`, 32))}\n`;
  return Buffer.concat([
    Buffer.from(header),
    bytesOf(`${words} content`, 16 + padded + 16 * Math.ceil(padded / 65_536)),
  ]).toString('base64');
}
