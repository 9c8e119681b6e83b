import type { KeyGroup } from '../model/public-keys.ts';

/** The unit with recovery, the reserve with recovery, or the custodians alone. */
export type RecipientGroup = 'acu' | 'reserve' | 'custodians';
/** No private key passes through it. */
export interface TextSealer {
  /** Sorted; they are written inside seals for the group. */
  fingerprints(to: RecipientGroup): readonly string[];
  /** Returns an age file in base64. Throws SealError if the group has no recipient. */
  seal(text: string, to: RecipientGroup): Promise<string>;
  sealToMailbox(text: string, recipient: string): Promise<string>;
  /** The mailbox of a 32-byte seed. Throws SealError `malformedSeed`. */
  mailboxRecipient(seed: Uint8Array): Promise<string>;
}

export interface MailboxDecrypter {
  /** `undefined` if it is not sealed to this mailbox, or damaged. */
  decrypt(sealed: string, seed: Uint8Array): Promise<string | undefined>;
}

export type SealErrorCode =
  | 'noRecipient'
  | 'malformedRecipient'
  | 'notHybrid'
  | 'repeatedRecipient'
  | 'malformedSeed'
  | 'brokenText'
  | 'malformedIdentity'
  | 'noIdentity'
  | 'notForThisIdentity'
  | 'damaged'
  | 'passphraseNeeded'
  | 'wrongPassphrase'
  | 'personalNeeded';

const errorMessages: Readonly<Record<SealErrorCode, string>> = {
  noRecipient: 'There is no public key to encrypt to.',
  malformedRecipient: 'A public key is not a whole "age1pq1…" line: copy it again.',
  notHybrid:
    'A public key is of an older kind that is not post-quantum. Make one that begins "age1pq1" with "npm run keys".',
  repeatedRecipient: 'The same public key is there twice. Every group needs its own.',
  malformedSeed: 'The seed of a private key has 32 bytes.',
  brokenText: 'The text holds half a character, which cannot be encrypted without changing it.',
  malformedIdentity: 'A private key is not a whole "AGE-SECRET-KEY-PQ-1…" line.',
  noIdentity: 'The file holds no private key.',
  notForThisIdentity: 'It is not encrypted to this key.',
  damaged: 'It is not what was encrypted: it was cut short or changed, or is something else.',
  passphraseNeeded: 'The key is wrapped with a passphrase, but none was given.',
  wrongPassphrase: 'The passphrase does not open the key.',
  personalNeeded: 'The key is wrapped for its holders’ own keys: give yours with --personal.',
};

/**
 * The code fixes its message. It has no cause: the bech32 library's errors repeat the text they could not read, which
 * may be a private key.
 */
export class SealError extends Error {
  readonly code: SealErrorCode;
  readonly group: KeyGroup | undefined;
  constructor(code: SealErrorCode, group?: KeyGroup) {
    super(group === undefined ? errorMessages[code] : `${errorMessages[code]} Check the public keys of: ${group}.`);
    this.name = 'SealError';
    this.code = code;
    this.group = group;
  }
}
