// An age file: https://c2sp.org/age. age-encryption writes the same in JavaScript and by streams, in 0.3 ms and not 0.05.
import type { Stanza } from 'age-encryption';
import { chacha } from './chacha.ts';
import { hmac } from './hmac.ts';

const ascii = (text: string) => Buffer.from(text, 'latin1');
const chunkBytes = 65_536;
const noSalt = Buffer.alloc(32);
const [headerLabel, payloadLabel] = [ascii('header'), ascii('payload')];
const lastBlock = Buffer.from([1]);

const withoutPadding = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');
/** HKDF-SHA256 of 32 bytes, which its first block is. */
const derived = (fileKey: Uint8Array, salt: Uint8Array, label: Uint8Array): Buffer =>
  hmac(hmac(salt, fileKey), label, lastBlock);

/** A stanza in its two lines: the body of a hybrid one is 32 bytes, which fit into one. */
const linesOf = ({ args, body }: Stanza): string => `-> ${args.join(' ')}\n${withoutPadding(body)}\n`;

/** The content in chunks, each under a nonce of its number, and of whether it is the last. */
function payload(content: Uint8Array, key: Uint8Array): readonly Buffer[] {
  const chunks: Buffer[] = [];
  const nonce = Buffer.alloc(12);
  for (let at = 0; at === 0 || at < content.length; at += chunkBytes) {
    nonce.writeUInt32BE(at / chunkBytes, 7);
    if (at + chunkBytes >= content.length) nonce[11] = 1;
    chunks.push(chacha(key, nonce, content.subarray(at, at + chunkBytes)));
  }
  return chunks;
}

/** The parts of an age file that are drawn: each key and each nonce is for one file. */
export interface Drawn {
  /** 16 bytes. */
  readonly fileKey: Uint8Array;
  /** 16 bytes. */
  readonly nonce: Uint8Array;
  /** The file key, wrapped for each recipient into a body of 32 bytes. */
  readonly stanzas: readonly Stanza[];
}

/** The bytes of an age file, at once: for a text, and not for a file of any size. */
export function ageFile(content: Uint8Array, { fileKey, nonce, stanzas }: Drawn): Buffer {
  const head = `age-encryption.org/v1\n${stanzas.map(linesOf).join('')}---`;
  const tag = withoutPadding(hmac(derived(fileKey, noSalt, headerLabel), ascii(head)));
  return Buffer.concat([ascii(`${head} ${tag}\n`), nonce, ...payload(content, derived(fileKey, nonce, payloadLabel))]);
}
