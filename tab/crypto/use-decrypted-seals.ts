import { useEffect, useState } from 'react';
import { SealError } from '../../core/ports/seal.ts';
import { loadModule } from '../ui/lazy-module.ts';
import { useKeys } from './keys-context.tsx';

/** By the digests of the seals; without `text` if the keys do not decrypt one. */
export type DecryptedSeals = ReadonlyMap<string, { readonly text?: string }>;
const noSeals: DecryptedSeals = new Map();

interface Seal {
  readonly sealed: string;
  readonly digest: string;
}

/** Empty once the group's keys lock, or if the decrypting part does not load. */
export function useDecryptedSeals<View>(
  group: 'custodians' | 'reserve',
  view: View | undefined,
  getSeals: (view: View) => readonly Seal[],
): DecryptedSeals {
  const { getKeys, unlocked } = useKeys();
  const [found, setFound] = useState(noSeals);
  useEffect(() => {
    const identities = getKeys(group).map(({ identity }) => identity);
    let isGone = false;
    const decrypt = async (): Promise<void> => {
      const decrypted =
        view === undefined || identities.length === 0 ? noSeals : await decryptAll(getSeals(view), identities);
      if (!isGone) setFound(decrypted);
    };
    void decrypt();
    return () => {
      isGone = true;
    };
    // Changes when a key is unlocked or locked.
  }, [view, getKeys, unlocked]);
  return found;
}

async function decryptAll(seals: readonly Seal[], identities: readonly string[]): Promise<DecryptedSeals> {
  const opener = await loadModule('../crypto/decrypt-seal.ts', () => import('../../crypto/decrypt-seal.ts')).catch(
    () => undefined,
  );
  if (opener === undefined) return noSeals;
  const found = new Map<string, { readonly text?: string }>();
  for (const { sealed, digest } of seals) {
    const text = await opener.decryptSeal(sealed, identities).catch((error: unknown) => {
      if (error instanceof SealError) return undefined;
      throw error;
    });
    found.set(digest, text === undefined ? {} : { text });
  }
  return found;
}
