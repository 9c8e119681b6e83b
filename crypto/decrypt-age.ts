import { Decrypter } from 'age-encryption';
import { assertIdentity } from './age-identity.ts';
import { SealError } from '../core/ports/seal.ts';

/** Identities (`AGE-SECRET-KEY-PQ-1…`), a passphrase, or the file's own 16-byte key. */
export type AgeKeys =
  | { readonly identities: readonly string[] }
  | { readonly passphrase: string }
  | { readonly fileKey: Uint8Array };

export function createDecrypter(keys: AgeKeys): { readonly decrypter: Decrypter; readonly nobodyFits: () => boolean } {
  const decrypter = new Decrypter();
  if ('passphrase' in keys) decrypter.addPassphrase(keys.passphrase);
  else if ('fileKey' in keys) decrypter.addIdentity({ unwrapFileKey: () => keys.fileKey });
  else if (keys.identities.length === 0) throw new SealError('noIdentity');
  else {
    for (const identity of keys.identities) {
      assertIdentity(identity);
      decrypter.addIdentity(identity);
    }
  }
  // age-encryption reports "no key fits" only in words, so this identity comes last and notices that it was asked.
  let isUnmatched = false;
  decrypter.addIdentity({
    unwrapFileKey() {
      isUnmatched = true;
      return null;
    },
  });
  return { decrypter, nobodyFits: () => isUnmatched };
}

async function runDecrypter<T>(keys: AgeKeys, decrypt: (decrypter: Decrypter) => Promise<T>): Promise<T> {
  const { decrypter, nobodyFits } = createDecrypter(keys);
  try {
    return await decrypt(decrypter);
  } catch {
    throw new SealError(nobodyFits() ? 'notForThisIdentity' : 'damaged');
  }
}

/**
 * Throws SealError: `noIdentity`, `malformedIdentity`, `notForThisIdentity` if no key fits, `damaged` if one fits and
 * the rest was changed.
 */
export const decryptAge = (file: Uint8Array, keys: AgeKeys): Promise<Uint8Array> =>
  runDecrypter(keys, (decrypter) => decrypter.decrypt(file));

/** 16 bytes, which decrypt this file and no other. Throws as `decryptAge`. */
export const decryptFileKey = (file: Uint8Array, keys: AgeKeys): Promise<Uint8Array> =>
  runDecrypter(keys, (decrypter) => decrypter.decryptHeader(file));
