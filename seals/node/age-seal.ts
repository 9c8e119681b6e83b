import { randomBytes } from 'node:crypto';
import { type Seal, type SealedTo, SealError } from '../../concerns/ports/seal.ts';
import { ageFile } from './age-file.ts';
import { recipientOfSeed } from './hybrid-identity.ts';
import { type HybridRecipient, hybridRecipient } from './hybrid-recipient.ts';
import { padText } from '../padded-text.ts';
import { fingerprintOf, type KeyGroup, keyGroups, type Recipients } from '../../concerns/terms/recipients.ts';

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
