/** Who can open a seal: the unit with recovery, the reserve with recovery, or the custodians alone. */
export type SealedTo = 'acu' | 'reserve' | 'custodians';
/** Seals words so that only holders of a private key can read them. No private key passes through it. */
export interface Seal {
  /** Fingerprints of the recipients of a group, sorted; they are written inside what is sealed to it. */
  fingerprints(to: SealedTo): readonly string[];
  /** Seals text to a group; returns an age file in base64. Throws SealError when the group has no recipient. */
  seal(text: string, to: SealedTo): Promise<string>;
  /** Seals text to the mailbox of one report, named by its recipient. */
  sealToMailbox(text: string, recipient: string): Promise<string>;
  /** The recipient of the mailbox whose identity comes from this 32-byte seed. Rejects with SealError `malformedSeed`. */
  mailboxRecipient(seed: Uint8Array): Promise<string>;
}
