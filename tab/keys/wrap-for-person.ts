import type { HeldKey } from '../crypto/key-store.ts';
import { sealTo } from '../../crypto/seal.ts';
import { identitiesText } from '../../crypto/wrap-identity.ts';
import type { HeldGroup } from './role-of-group.ts';

/**
 * All of a group's keys, the newest first, sealed to one person's own public line. Throws SealError if the line is no
 * whole post-quantum recipient.
 */
export const envelopeFor = async (keys: readonly HeldKey[], group: HeldGroup, recipient: string): Promise<string> =>
  await sealTo(identitiesText(keys, `Candour, ${group}`), [recipient]);
