import { useEffect, useState } from 'react';
import { SealError } from '../../concerns/ports/seal.ts';
import { loadPart } from '../parts/load-part.ts';
import type { OverseenView } from '../../contract/oversight.ts';
import { useKeys, useShows } from '../seals/keys-context.tsx';

type Reasons = ReadonlyMap<string, { readonly text?: string }>;
const none: Reasons = new Map();

/** By the digests of their seals; without `text` if a key does not open one. Gone when the keys lock. */
export function useReasons(view: OverseenView | undefined): Reasons {
  const { keysOf, held } = useKeys();
  const [reasons, setReasons] = useState<Reasons>(none);
  useShows('words', reasons.size > 0);
  useEffect(() => {
    const identities = keysOf('reserve').map(({ identity }) => identity);
    let isGone = false;
    const open = async (): Promise<void> => {
      // Reasons stay closed if the opener cannot be loaded.
      const found =
        view === undefined || identities.length === 0 ? none : await opened(view, identities).catch(() => none);
      if (!isGone) setReasons(found);
    };
    void open();
    return () => {
      isGone = true;
    };
    // `held` changes when a key is opened or locked.
  }, [view, keysOf, held]);
  return reasons;
}

async function opened({ entries }: OverseenView, identities: readonly string[]): Promise<Reasons> {
  const { openSealed } = await loadPart('../seals/open-seal.ts', () => import('../../seals/open-seal.ts'));
  const found = new Map<string, { readonly text?: string }>();
  for (const { reason } of entries) {
    if (reason === undefined) continue;
    const text = await openSealed(reason.sealed, identities).catch((error: unknown) => {
      if (error instanceof SealError) return undefined;
      throw error;
    });
    found.set(reason.digest, text === undefined ? {} : { text });
  }
  return found;
}
