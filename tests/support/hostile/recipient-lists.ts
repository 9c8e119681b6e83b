import { SealError } from '../../../core/ports/seal.ts';
import { recipientFromIdentitySync } from '../../../crypto/node/hybrid-recipient.ts';
import { decryptSeal } from '../../../crypto/decrypt-seal.ts';
import { signRecipientList } from '../../../crypto/recipient-list.ts';
import type { RunningBot } from '../journeys/running-bot.ts';
import { seedIdentity } from '../tab/keys.ts';
import type { AttackMaterial } from './server-attacks.ts';

/** The key of the ceremony that a page was built with, and of somebody whom its list does not name. */
export const [ceremony, intruder] = [seedIdentity(90), seedIdentity(91)];

/** The list that the ceremony's key signed, of a bot's lines, or what a server puts in its place. */
export const createListForger =
  ({ settings: { recipients, retired } }: Pick<RunningBot, 'settings'>): AttackMaterial['list'] =>
  (kind, begun) => {
    const signed = (of: typeof recipients, by = ceremony, on = '2026-11-20') =>
      signRecipientList(by, { recipients: of, retired }, on);
    const swapped = { ...recipients, acu: [...recipients.acu, recipientFromIdentitySync(intruder)] };
    const named = { ...begun, recipients, retired };
    switch (kind) {
      case 'honest':
        return { ...named, signed: signed(recipients) };
      case 'swapLine':
        return { ...named, recipients: swapped, signed: signed(recipients) };
      case 'unsigned':
        return { ...named, recipients: swapped };
      case 'signedByAnother':
        return { ...named, recipients: swapped, signed: signed(swapped, intruder) };
      case 'olderList':
        return { ...named, signed: signed(recipients, ceremony, '2026-10-01') };
      default:
        return kind satisfies never;
    }
  };

/** Whether somebody whom the ceremony's list does not name can open a seal. */
export const canIntruderDecrypt = (sealed: string): Promise<boolean> =>
  decryptSeal(sealed, [intruder]).then(
    () => true,
    (error: unknown) => {
      if (error instanceof SealError) return false;
      throw error;
    },
  );
