import { canonicalJson } from '../core/model/digests.ts';
import type { PersonId } from '../core/model/directory.ts';
import type { KeyGroup } from '../core/model/recipients.ts';
import { isSignedBy, sign, signerOf } from './signer.ts';

export interface ComparedLine {
  readonly group: KeyGroup;
  readonly objectId: PersonId;
  readonly recipient: string;
}

const textOf = ({ group, objectId, recipient }: ComparedLine): string => canonicalJson({ group, objectId, recipient });

/**
 * Signs with the group's private key that the line is this person's. Only holders of that key can make or check it, so
 * the server cannot move it to another line. Throws SealError `malformedIdentity`.
 */
export const vouchFor = (groupIdentity: string, line: ComparedLine): string =>
  sign(groupIdentity, 'line', textOf(line));

export const isVouchedFor = (groupIdentity: string, line: ComparedLine, vouch: string): boolean =>
  isSignedBy(signerOf(groupIdentity), 'line', textOf(line), vouch);
