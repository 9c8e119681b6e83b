import { randomBytes } from 'node:crypto';
import { type Seal, type SealedTo, SealError } from '../../core/ports/seal.ts';
import { recipientOfSeed } from './hybrid-recipient.ts';
import { hybridRecipient, type HybridRecipient } from './hybrid-recipient.ts';
import { padText } from '../padding.ts';
import { fingerprintOf, type KeyGroup, keyGroups, type Recipients } from '../../core/model/recipients.ts';
import type { Stanza } from 'age-encryption';
import { chacha } from './hybrid-recipient.ts';
import { hmac } from './hybrid-recipient.ts';

interface Key {
  readonly line: string;
  readonly recipient: HybridRecipient;
}

/** Sealing once finds an unusable key at the start, not with the first report. */
function triedKey(line: string, group: KeyGroup): Key {
  try {
    const recipient = hybridRecipient(line);
    recipient.wrapFileKey(new Uint8Array(16));
    return { line, recipient };
  } catch (error) {
    throw error instanceof SealError ? new SealError(error.code, group) : error;
  }
}

function sealTo(text: string, recipients: readonly HybridRecipient[]): string {
  const padded = padText(text);
  const fileKey = randomBytes(16);
  try {
    const stanzas = recipients.flatMap((recipient) => recipient.wrapFileKey(fileKey));
    return ageFile(padded, { fileKey, nonce: randomBytes(16), stanzas }).toString('base64');
  } finally {
    fileKey.fill(0);
    padded.fill(0);
  }
}

/**
 * The seal of reports, identities and messages. `recovery` opens with the unit and the reserve, never with the
 * custodians and never alone: a group without its own key has no recipient. Throws SealError if a recipient is
 * malformed, not post-quantum (it would undo the protection of all) or listed twice (a key in two groups would join
 * what is kept apart).
 */
export function createAgeSeal(recipients: Recipients): Seal {
  const all = keyGroups.flatMap((group) => recipients[group]);
  if (new Set(all).size !== all.length) throw new SealError('repeatedRecipient');
  const keysOf = (group: KeyGroup) => recipients[group].map((line) => triedKey(line, group));
  const recovery = keysOf('recovery');
  const withRecovery = (own: readonly Key[]) => (own.length === 0 ? [] : [...own, ...recovery]);
  const keys: Readonly<Record<SealedTo, readonly Key[]>> = {
    acu: withRecovery(keysOf('acu')),
    reserve: withRecovery(keysOf('reserve')),
    custodians: keysOf('custodians'),
  };
  return {
    fingerprints: (to) => keys[to].map((key) => fingerprintOf(key.line)).sort(),
    async seal(text, to) {
      if (keys[to].length === 0) throw new SealError('noRecipient');
      return sealTo(
        text,
        keys[to].map((key) => key.recipient),
      );
    },
    sealToMailbox: async (text, recipient) => sealTo(text, [hybridRecipient(recipient)]),
    mailboxRecipient: async (seed) => recipientOfSeed(seed),
  };
}

// An age file: https://c2sp.org/age. age-encryption writes the same with streams in 0.3 ms; this takes 0.05.

const ascii = (text: string) => Buffer.from(text, 'latin1');
const chunkBytes = 65_536;
const noSalt = Buffer.alloc(32);
const [headerLabel, payloadLabel] = [ascii('header'), ascii('payload')];
const lastBlock = Buffer.from([1]);

const withoutPadding = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');
/** HKDF-SHA256 of 32 bytes, which is its first block. */
const derived = (fileKey: Uint8Array, salt: Uint8Array, label: Uint8Array): Buffer =>
  hmac(hmac(salt, fileKey), label, lastBlock);

const linesOf = ({ args, body }: Stanza): string => `-> ${args.join(' ')}\n${withoutPadding(body)}\n`;

/** Each chunk's nonce has its number and whether it is the last. */
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

export interface Drawn {
  readonly fileKey: Uint8Array;
  readonly nonce: Uint8Array;
  readonly stanzas: readonly Stanza[];
}

/** All at once: for a text, not for a large file. */
export function ageFile(content: Uint8Array, { fileKey, nonce, stanzas }: Drawn): Buffer {
  const head = `age-encryption.org/v1\n${stanzas.map(linesOf).join('')}---`;
  const tag = withoutPadding(hmac(derived(fileKey, noSalt, headerLabel), ascii(head)));
  return Buffer.concat([ascii(`${head} ${tag}\n`), nonce, ...payload(content, derived(fileKey, nonce, payloadLabel))]);
}
