import { ceremonyMeta } from '../../contract/build-metadata.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { verifySignedRecipientList } from '../../crypto/recipient-list.ts';

/** `older`: signed once, and replaced since. `unchecked`: this page was built without the signer's public key. */
export type RecipientListVerification =
  | { readonly kind: 'signed'; readonly signedOn: string }
  | { readonly kind: 'unsigned' | 'badlySigned' | 'older' | 'unchecked' };

export type VerifyRecipientList = (
  named: Pick<OperationAnswer<'keys.mine'>, 'recipients' | 'retired'> & { readonly signed?: string | undefined },
  signer?: string,
) => RecipientListVerification;

const getCeremonySigner = (): string | undefined =>
  globalThis.document?.querySelector(`meta[name="${ceremonyMeta}"]`)?.getAttribute('content') ?? undefined;

/**
 * Checks a list against its signature, and remembers the newest day: someone who controls a server could name an
 * earlier list again with its signature.
 */
export function createRecipientListVerifier(): VerifyRecipientList {
  const newest = new Map<string, string>();
  return ({ recipients, retired, signed }, signer = getCeremonySigner()) => {
    if (signer === undefined) return { kind: 'unchecked' };
    if (signed === undefined) return { kind: 'unsigned' };
    const signedOn = verifySignedRecipientList(signer, { recipients, retired }, signed);
    if (signedOn === undefined) return { kind: 'badlySigned' };
    if (signedOn < (newest.get(signer) ?? '')) return { kind: 'older' };
    newest.set(signer, signedOn);
    return { kind: 'signed', signedOn };
  };
}

export const verifyRecipientList = createRecipientListVerifier();

export const isUntrustedRecipientList = ({ kind }: RecipientListVerification): boolean =>
  kind === 'unsigned' || kind === 'badlySigned' || kind === 'older';
