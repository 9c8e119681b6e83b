import { armor } from 'age-encryption';
import { SealError } from '../core/ports/seal.ts';
import { assertIdentity } from './age-identity.ts';
import { decryptAge } from './decrypt-age.ts';
import { armorPrefix, binaryPrefix, type WrappingKind, detectWrapping } from './identity-file-format.ts';

export interface UnlockOptions {
  readonly passphrase?: string;
  readonly personal?: readonly string[];
}

export interface IdentityFile {
  readonly identities: readonly string[];
  /** With its comments, to be wrapped anew. */
  readonly text: string;
}

/**
 * Reads age-keygen's text, plain or in an age file (armoured or not) under a passphrase or for personal identities.
 * Throws SealError: `passphraseNeeded`, `wrongPassphrase`, `personalNeeded`, `notForThisIdentity`, `damaged`,
 * `noIdentity`, `malformedIdentity`.
 */
export async function readIdentities(
  content: string | Uint8Array,
  unlocking: UnlockOptions = {},
): Promise<IdentityFile> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const wrapping = detectWrapping(bytes);
  if (wrapping === 'damaged') throw new SealError('damaged');
  if (wrapping === 'none') return parseIdentityFile(new TextDecoder().decode(bytes));
  const clear = await unwrap(decodeAgeFile(bytes), wrapping, unlocking);
  const text = new TextDecoder().decode(clear);
  clear.fill(0);
  return parseIdentityFile(text);
}

function decodeAgeFile(content: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(content);
  if (text.startsWith(binaryPrefix)) return content;
  try {
    return armor.decode(text.slice(text.indexOf(armorPrefix)));
  } catch {
    throw new SealError('damaged');
  }
}

async function unwrap(file: Uint8Array, wrapping: Exclude<WrappingKind, 'none' | 'damaged'>, unlocking: UnlockOptions) {
  if (wrapping === 'passphrase') {
    const { passphrase } = unlocking;
    if (passphrase === undefined || passphrase === '') throw new SealError('passphraseNeeded');
    return await decryptAge(file, { passphrase }).catch((error: unknown) => {
      const isWrong = error instanceof SealError && error.code === 'notForThisIdentity';
      throw isWrong ? new SealError('wrongPassphrase') : error;
    });
  }
  const identities = unlocking.personal ?? [];
  if (identities.length === 0) throw new SealError('personalNeeded');
  return await decryptAge(file, { identities });
}

function parseIdentityFile(text: string): IdentityFile {
  const lines = text.split('\n').map((line) => line.trim());
  const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (identities.length === 0) throw new SealError('noIdentity');
  for (const identity of identities) assertIdentity(identity);
  return { identities, text };
}
