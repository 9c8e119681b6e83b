import { canonicalJson } from '../concerns/terms/canonical-json.ts';
import type { PersonId } from '../concerns/terms/person-id.ts';
import type { KeyGroup } from '../concerns/terms/recipients.ts';
import { isSignedBy, sign, signerOf } from './signer.ts';

/** A person's own public line, as somebody compared it who wrapped a group's key for it. */
export interface ComparedLine {
  readonly group: KeyGroup;
  readonly objectId: PersonId;
  readonly recipient: string;
}

const textOf = ({ group, objectId, recipient }: ComparedLine): string => canonicalJson({ group, objectId, recipient });

/**
 * Signs with the group's private key that a line was compared and is this person's. Everybody who holds that key can
 * check it, and nobody else can make it: the server keeps it, and cannot move it to another line. Throws SealError
 * `malformedIdentity`.
 */
export const vouchFor = (groupIdentity: string, line: ComparedLine): string =>
  sign(groupIdentity, 'line', textOf(line));

/** Whether a holder of this group's private key has vouched for the line. Throws SealError `malformedIdentity`. */
export const isVouchedFor = (groupIdentity: string, line: ComparedLine, vouch: string): boolean =>
  isSignedBy(signerOf(groupIdentity), 'line', textOf(line), vouch);
