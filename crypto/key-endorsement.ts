import { canonicalJson } from '../core/model/digests.ts';
import type { PersonId } from '../core/model/roles.ts';
import type { KeyGroup } from '../core/model/public-keys.ts';
import { verifySignature, signText, signerFromIdentity } from './signer.ts';

export interface EndorsedKey {
  readonly group: KeyGroup;
  readonly objectId: PersonId;
  readonly recipient: string;
}

const endorsementText = ({ group, objectId, recipient }: EndorsedKey): string =>
  canonicalJson({ group, objectId, recipient });

/**
 * Signs, with the group's private key, that a public key is this person's. Only its holders can make or check it, so
 * the server cannot move it to another. Throws SealError `malformedIdentity`.
 */
export const endorseKey = (groupIdentity: string, key: EndorsedKey): string =>
  signText(groupIdentity, 'line', endorsementText(key));

export const isKeyEndorsed = (groupIdentity: string, key: EndorsedKey, endorsement: string): boolean =>
  verifySignature(signerFromIdentity(groupIdentity), 'line', endorsementText(key), endorsement);
