import type { UnlockedKey } from '../crypto/key-store.ts';
import { sealText } from '../../crypto/seal-text.ts';
import { identitiesText } from '../../crypto/identity-file-writer.ts';
import type { RoleKeyGroup } from './key-group-role.ts';

/**
 * All of a group's keys, newest first, sealed to one person's public key. Throws SealError if that is no whole
 * post-quantum recipient.
 */
export const createKeyEnvelope = async (
  keys: readonly UnlockedKey[],
  group: RoleKeyGroup,
  recipient: string,
): Promise<string> => await sealText(identitiesText(keys, `Candour, ${group}`), [recipient]);
