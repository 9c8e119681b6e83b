import { canonicalJson } from '../core/model/digests.ts';
import { keyGroups, type Recipients } from '../core/model/public-keys.ts';
import { verifySignature, signText } from './signer.ts';

export interface RecipientList {
  readonly recipients: Recipients;
  readonly retired: readonly string[];
}

export const signedRecipientListPattern = /^(\d{4}-\d{2}-\d{2})\.([\w-]{86})$/u;

/** Sorted: the order of lines in a setting has no meaning. */
const listText = ({ recipients, retired }: RecipientList, on: string): string =>
  canonicalJson({
    on,
    recipients: Object.fromEntries(keyGroups.map((group) => [group, [...recipients[group]].sort()])),
    retired: [...retired].sort(),
  });

/** Throws SealError `malformedIdentity`. */
export const signRecipientList = (identity: string, list: RecipientList, on: string): string =>
  `${on}.${signText(identity, 'recipients', listText(list, on))}`;

/** The day that this signer signed this list on; `undefined` for any other signer or list. */
export function verifySignedRecipientList(signer: string, list: RecipientList, signed: string): string | undefined {
  const [, on = '', signature = ''] = signedRecipientListPattern.exec(signed) ?? [];
  return verifySignature(signer, 'recipients', listText(list, on), signature) ? on : undefined;
}
