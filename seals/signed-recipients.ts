import { canonicalJson } from '../concerns/terms/canonical-json.ts';
import { keyGroups, type Recipients } from '../concerns/terms/recipients.ts';
import { isSignedBy, sign } from './signer.ts';

/** Everybody whom a server may have things sealed to, and those of before. */
export interface RecipientList {
  readonly recipients: Recipients;
  readonly retired: readonly string[];
}

/** The shape of what the ceremony's key makes of a list: the day, and a signature in base64url. */
export const signedListPattern = /^(\d{4}-\d{2}-\d{2})\.([\w-]{86})$/u;

/** In which order lines stand in a setting says nothing. */
const textOf = ({ recipients, retired }: RecipientList, on: string): string =>
  canonicalJson({
    on,
    recipients: Object.fromEntries(keyGroups.map((group) => [group, [...recipients[group]].sort()])),
    retired: [...retired].sort(),
  });

/** Signs a list with the ceremony's key, on a day. Throws SealError `malformedIdentity`. */
export const signList = (identity: string, list: RecipientList, on: string): string =>
  `${on}.${sign(identity, 'recipients', textOf(list, on))}`;

/** The day on which this signer signed the list; `undefined` where they did not, or signed another. */
export function listSignedOn(signer: string, list: RecipientList, signed: string): string | undefined {
  const [, on = '', signature = ''] = signedListPattern.exec(signed) ?? [];
  return isSignedBy(signer, 'recipients', textOf(list, on), signature) ? on : undefined;
}
