import { useEffect, useState } from 'react';
import { SealError } from '../../core/ports/seal.ts';
import { loadPart } from '../ui/lazy-loader.ts';
import { useKeys } from './keys-context.tsx';

/** By the digests of the seals; without `text` if the keys do not open one. */
export type OpenedSeals = ReadonlyMap<string, { readonly text?: string }>;
const none: OpenedSeals = new Map();

interface Seal {
  readonly sealed: string;
  readonly digest: string;
}

/** Opens the seals of a view with a group's keys. Empty once these lock, or if what opens seals cannot be loaded. */
export function useOpenedSeals<View>(
  group: 'custodians' | 'reserve',
  view: View | undefined,
  sealsOf: (view: View) => readonly Seal[],
): OpenedSeals {
  const { keysOf, held } = useKeys();
  const [found, setFound] = useState(none);
  useEffect(() => {
    const identities = keysOf(group).map(({ identity }) => identity);
    let isGone = false;
    const open = async (): Promise<void> => {
      const opened = view === undefined || identities.length === 0 ? none : await openAll(sealsOf(view), identities);
      if (!isGone) setFound(opened);
    };
    void open();
    return () => {
      isGone = true;
    };
    // `held` changes when a key is opened or locked.
  }, [view, keysOf, held]);
  return found;
}

async function openAll(seals: readonly Seal[], identities: readonly string[]): Promise<OpenedSeals> {
  const opener = await loadPart('../crypto/decrypt-seal.ts', () => import('../../crypto/decrypt-seal.ts')).catch(
    () => undefined,
  );
  if (opener === undefined) return none;
  const found = new Map<string, { readonly text?: string }>();
  for (const { sealed, digest } of seals) {
    const text = await opener.openSealed(sealed, identities).catch((error: unknown) => {
      if (error instanceof SealError) return undefined;
      throw error;
    });
    found.set(digest, text === undefined ? {} : { text });
  }
  return found;
}
