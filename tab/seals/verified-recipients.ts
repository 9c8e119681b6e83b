import { ceremonyMeta } from '../../contract/build.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import { listSignedOn } from '../../seals/signed-recipients.ts';

/**
 * Whether the list of those who are sealed to is the one that the ceremony's key signed. `older`: it once was, and a newer
 * one was named since. `unchecked`: this page was built without the public half of that key, and can say nothing.
 */
export type Verified =
  | { readonly kind: 'signed'; readonly on: string }
  | { readonly kind: 'unsigned' | 'badlySigned' | 'older' | 'unchecked' };

/** A look at the list that a server names. `signer` is the one that this page was built with. */
export type LookAtList = (
  named: Pick<AnswerOf<'keys.mine'>, 'recipients' | 'retired'> & { readonly signed?: string | undefined },
  signer?: string,
) => Verified;

const ownCeremony = (): string | undefined =>
  globalThis.document?.querySelector(`meta[name="${ceremonyMeta}"]`)?.getAttribute('content') ?? undefined;

/**
 * Looks that hold a list against the signature beside it, and remember the day of the newest: whoever controls a server can
 * name one of before again, with its signature, as long as nobody has seen the newer.
 */
export function createLookAtList(): LookAtList {
  const newest = new Map<string, string>();
  return ({ recipients, retired, signed }, signer = ownCeremony()) => {
    if (signer === undefined) return { kind: 'unchecked' };
    if (signed === undefined) return { kind: 'unsigned' };
    const on = listSignedOn(signer, { recipients, retired }, signed);
    if (on === undefined) return { kind: 'badlySigned' };
    if (on < (newest.get(signer) ?? '')) return { kind: 'older' };
    newest.set(signer, on);
    return { kind: 'signed', on };
  };
}

/** The look of this page, with its memory for as long as the page is open. */
export const verifiedRecipients = createLookAtList();

/** Whether nothing may be sealed to such a list. */
export const isRefused = ({ kind }: Verified): boolean =>
  kind === 'unsigned' || kind === 'badlySigned' || kind === 'older';
