import { hex } from '@scure/base';
import { type MailboxDecrypter, type TextSealer, type RecipientGroup, SealError } from '../../core/ports/seal.ts';
import { keyFingerprint, type Recipients } from '../../core/model/public-keys.ts';
import { identityFromSeed } from '../../crypto/age-identity.ts';
import { sealText } from '../../crypto/seal-text.ts';
import { createMailboxDecrypter } from '../../crypto/decrypt-seal.ts';
import { recipientFromIdentity } from '../../crypto/recipient.ts';

/** Seals in the page, for the public keys that the server named. */
export interface PageSealer extends TextSealer {
  /** Only for a mailbox whose public key was asked for before; `undefined` if it does not decrypt. */
  decryptMailboxSeal(line: string, sealed: string): Promise<string | undefined>;
  readonly mailbox: MailboxDecrypter;
}

/** As the server combines them: recovery opens with the unit and the reserve, never alone. */
export function recipientKeys(recipients: Recipients, to: RecipientGroup): readonly string[] {
  if (to === 'custodians') return recipients.custodians;
  return recipients[to].length === 0 ? [] : [...recipients[to], ...recipients.recovery];
}

/** Holds the seeds of mailboxes in memory. */
export function createPageSealer(recipients: Recipients): PageSealer {
  const mailbox = createMailboxDecrypter();
  const lines = new Map<string, string>();
  const seeds = new Map<string, Uint8Array>();
  return {
    mailbox,
    fingerprints: (to) => recipientKeys(recipients, to).map(keyFingerprint).toSorted(),
    async seal(text, to) {
      const group = recipientKeys(recipients, to);
      if (group.length === 0) throw new SealError('noRecipient');
      return await sealText(text, group);
    },
    sealToMailbox: (text, recipient) => sealText(text, [recipient]),
    async mailboxRecipient(seed) {
      const name = hex.encode(seed);
      const line = lines.get(name) ?? (await recipientFromIdentity(identityFromSeed(seed)));
      lines.set(name, line);
      seeds.set(line, seed);
      return line;
    },
    async decryptMailboxSeal(line, sealed) {
      const seed = seeds.get(line);
      return seed && (await mailbox.decrypt(sealed, seed));
    },
  };
}
