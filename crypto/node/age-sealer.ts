import { randomBytes } from 'node:crypto';
import { type TextSealer, type RecipientGroup, SealError } from '../../core/ports/seal.ts';
import { recipientFromSeed } from './hybrid-recipient.ts';
import { hybridRecipient, type HybridRecipient } from './hybrid-recipient.ts';
import { padText } from '../padding.ts';
import { keyFingerprint, type KeyGroup, keyGroups, type Recipients } from '../../core/model/public-keys.ts';
import type { Stanza } from 'age-encryption';
import { chacha20Poly1305 } from './hybrid-recipient.ts';
import { hmac } from './hybrid-recipient.ts';

interface Key {
  readonly line: string;
  readonly recipient: HybridRecipient;
}

/** Sealing once finds an unusable key at the start, not with the first report. */
function createCheckedKey(line: string, group: KeyGroup): Key {
  try {
    const recipient = hybridRecipient(line);
    recipient.wrapFileKey(new Uint8Array(16));
    return { line, recipient };
  } catch (error) {
    throw error instanceof SealError ? new SealError(error.code, group) : error;
  }
}

function sealText(text: string, recipients: readonly HybridRecipient[]): string {
  const padded = padText(text);
  const fileKey = randomBytes(16);
  try {
    const stanzas = recipients.flatMap((recipient) => recipient.wrapFileKey(fileKey));
    return encryptAgeFile(padded, { fileKey, nonce: randomBytes(16), stanzas }).toString('base64');
  } finally {
    fileKey.fill(0);
    padded.fill(0);
  }
}

/**
 * `recovery` decrypts with the unit and the reserve, never with the custodians and never alone: a group without its own
 * key has no recipient. Throws SealError if a recipient is malformed, not post-quantum (it would undo the protection of
 * all) or listed twice (a key in two groups would join what is kept apart).
 */
export function createAgeSealer(recipients: Recipients): TextSealer {
  const all = keyGroups.flatMap((group) => recipients[group]);
  if (new Set(all).size !== all.length) throw new SealError('repeatedRecipient');
  const createGroupKeys = (group: KeyGroup) => recipients[group].map((line) => createCheckedKey(line, group));
  const recovery = createGroupKeys('recovery');
  const withRecovery = (own: readonly Key[]) => (own.length === 0 ? [] : [...own, ...recovery]);
  const keys: Readonly<Record<RecipientGroup, readonly Key[]>> = {
    acu: withRecovery(createGroupKeys('acu')),
    reserve: withRecovery(createGroupKeys('reserve')),
    custodians: createGroupKeys('custodians'),
  };
  return {
    fingerprints: (to) => keys[to].map((key) => keyFingerprint(key.line)).sort(),
    async seal(text, to) {
      if (keys[to].length === 0) throw new SealError('noRecipient');
      return sealText(
        text,
        keys[to].map((key) => key.recipient),
      );
    },
    sealToMailbox: async (text, recipient) => sealText(text, [hybridRecipient(recipient)]),
    mailboxRecipient: async (seed) => recipientFromSeed(seed),
  };
}

// An age file: https://c2sp.org/age. age-encryption writes the same with streams in 0.3 ms; this takes 0.05.

const ascii = (text: string) => Buffer.from(text, 'latin1');
const chunkBytes = 65_536;
const noSalt = Buffer.alloc(32);
const [headerLabel, payloadLabel] = [ascii('header'), ascii('payload')];
const lastBlock = Buffer.from([1]);

const unpaddedBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');
/** Only HKDF's first block: 32 bytes. */
const deriveKey = (fileKey: Uint8Array, salt: Uint8Array, label: Uint8Array): Buffer =>
  hmac(hmac(salt, fileKey), label, lastBlock);

const stanzaText = ({ args, body }: Stanza): string => `-> ${args.join(' ')}\n${unpaddedBase64(body)}\n`;

/** Each chunk's nonce has its number and whether it is the last. */
function encryptPayload(content: Uint8Array, key: Uint8Array): readonly Buffer[] {
  const chunks: Buffer[] = [];
  const nonce = Buffer.alloc(12);
  for (let at = 0; at === 0 || at < content.length; at += chunkBytes) {
    nonce.writeUInt32BE(at / chunkBytes, 7);
    if (at + chunkBytes >= content.length) nonce[11] = 1;
    chunks.push(chacha20Poly1305(key, nonce, content.subarray(at, at + chunkBytes)));
  }
  return chunks;
}

export interface AgeFileSecrets {
  readonly fileKey: Uint8Array;
  readonly nonce: Uint8Array;
  readonly stanzas: readonly Stanza[];
}

/** All at once: for a text, not for a large file. */
export function encryptAgeFile(content: Uint8Array, { fileKey, nonce, stanzas }: AgeFileSecrets): Buffer {
  const head = `age-encryption.org/v1\n${stanzas.map(stanzaText).join('')}---`;
  const tag = unpaddedBase64(hmac(deriveKey(fileKey, noSalt, headerLabel), ascii(head)));
  return Buffer.concat([
    ascii(`${head} ${tag}\n`),
    nonce,
    ...encryptPayload(content, deriveKey(fileKey, nonce, payloadLabel)),
  ]);
}
