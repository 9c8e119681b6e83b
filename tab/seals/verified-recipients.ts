import { ceremonyMeta } from '../../contract/build.ts';
import type { AnswerOf } from '../../contract/answers.ts';
import { listSignedOn } from '../../seals/signed-recipients.ts';

/**
 * Whether the list of those who are sealed to is the one that the ceremony's key signed. `unchecked`: this page was built
 * without the public half of that key, and can say nothing.
 */
export type Verified =
  | { readonly kind: 'signed'; readonly on: string }
  | { readonly kind: 'unsigned' | 'badlySigned' | 'unchecked' };

const ownCeremony = (): string | undefined =>
  globalThis.document?.querySelector(`meta[name="${ceremonyMeta}"]`)?.getAttribute('content') ?? undefined;

/** Holds the list that the server names against the signature beside it, by the signer that this page was built with. */
export function verifiedRecipients(
  { recipients, retired, signed }: Pick<AnswerOf<'keys.mine'>, 'recipients' | 'retired' | 'signed'>,
  signer = ownCeremony(),
): Verified {
  if (signer === undefined) return { kind: 'unchecked' };
  if (signed === undefined) return { kind: 'unsigned' };
  const on = listSignedOn(signer, { recipients, retired }, signed);
  return on === undefined ? { kind: 'badlySigned' } : { kind: 'signed', on };
}

/** Whether nothing may be sealed to such a list. */
export const isRefused = ({ kind }: Verified): boolean => kind === 'unsigned' || kind === 'badlySigned';
