/** The unit with recovery, the reserve with recovery, or the custodians alone. */
export type SealedTo = 'acu' | 'reserve' | 'custodians';
/** No private key passes through it. */
export interface Seal {
  /** Sorted; they are written inside what is sealed to the group. */
  fingerprints(to: SealedTo): readonly string[];
  /** Returns an age file in base64. Throws SealError if the group has no recipient. */
  seal(text: string, to: SealedTo): Promise<string>;
  sealToMailbox(text: string, recipient: string): Promise<string>;
  /** The mailbox of a 32-byte seed. Throws SealError `malformedSeed`. */
  mailboxRecipient(seed: Uint8Array): Promise<string>;
}
