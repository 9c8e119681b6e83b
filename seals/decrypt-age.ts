import { Decrypter } from 'age-encryption';
import { checkIdentity } from './age-identity.ts';
import { SealError } from '../concerns/ports/seal-error.ts';

/** The keys that open an age file: identities (`AGE-SECRET-KEY-PQ-1…`), a passphrase, or the 16 bytes of its own key. */
export type AgeKeys =
  | { readonly identities: readonly string[] }
  | { readonly passphrase: string }
  | { readonly fileKey: Uint8Array };

/** A decrypter that knows the keys, and whether it found that none of them fits. Throws SealError as `decryptAge`. */
export function decrypterWith(keys: AgeKeys): { readonly decrypter: Decrypter; readonly nobodyFits: () => boolean } {
  const decrypter = new Decrypter();
  if ('passphrase' in keys) decrypter.addPassphrase(keys.passphrase);
  else if ('fileKey' in keys) decrypter.addIdentity({ unwrapFileKey: () => keys.fileKey });
  else if (keys.identities.length === 0) throw new SealError('noIdentity');
  else {
    for (const identity of keys.identities) {
      checkIdentity(identity);
      decrypter.addIdentity(identity);
    }
  }
  // Asked last, and only where no key before it fits: the library tells this case by its words alone.
  let nobodyFits = false;
  decrypter.addIdentity({
    unwrapFileKey() {
      nobodyFits = true;
      return null;
    },
  });
  return { decrypter, nobodyFits: () => nobodyFits };
}

async function decrypted<T>(keys: AgeKeys, decrypt: (decrypter: Decrypter) => Promise<T>): Promise<T> {
  const { decrypter, nobodyFits } = decrypterWith(keys);
  try {
    return await decrypt(decrypter);
  } catch {
    throw new SealError(nobodyFits() ? 'notForThisIdentity' : 'damaged');
  }
}

/**
 * Opens an age file. Throws SealError: `noIdentity` without any, `malformedIdentity`, `notForThisIdentity` where no key
 * fits, `damaged` where one fits and the rest is not what was made.
 */
export const decryptAge = (file: Uint8Array, keys: AgeKeys): Promise<Uint8Array> =>
  decrypted(keys, (decrypter) => decrypter.decrypt(file));

/** The 16 bytes of the key of an age file, with which anyone opens this file and no other. Throws as `decryptAge`. */
export const fileKeyOf = (file: Uint8Array, keys: AgeKeys): Promise<Uint8Array> =>
  decrypted(keys, (decrypter) => decrypter.decryptHeader(file));
