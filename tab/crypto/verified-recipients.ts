import { ceremonyMeta } from '../../contract/build.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import { listSignedOn } from '../../crypto/recipient-list.ts';

/**
 * `older`: it once was signed, and a newer one was named since. `unchecked`: this page was built without the signer's
 * public half.
 */
export type Verified =
  | { readonly kind: 'signed'; readonly on: string }
  | { readonly kind: 'unsigned' | 'badlySigned' | 'older' | 'unchecked' };

export type LookAtList = (
  named: Pick<AnswerOf<'keys.mine'>, 'recipients' | 'retired'> & { readonly signed?: string | undefined },
  signer?: string,
) => Verified;

const ownCeremony = (): string | undefined =>
  globalThis.document?.querySelector(`meta[name="${ceremonyMeta}"]`)?.getAttribute('content') ?? undefined;

/**
 * Checks a list against its signature, and remembers the day of the newest: someone who controls a server could name an
 * earlier list again with its signature.
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

export const verifiedRecipients = createLookAtList();

export const isRefused = ({ kind }: Verified): boolean =>
  kind === 'unsigned' || kind === 'badlySigned' || kind === 'older';
