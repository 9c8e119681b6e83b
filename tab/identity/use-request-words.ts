import { useEffect, useState } from 'react';
import { SealError } from '../../concerns/ports/seal.ts';
import type { IdentityRequestView } from '../../contract/identities.ts';
import { openSealed } from '../../seals/open-seal.ts';
import { useKeys } from '../seals/keys-context.tsx';

/** By the digests of their seals; without `text` if the key does not open them. */
export type RequestWords = ReadonlyMap<string, { readonly text?: string }>;
const none: RequestWords = new Map();

/** Gone when the keys lock. */
export function useRequestWords(view: IdentityRequestView | undefined): RequestWords {
  const { keysOf, held } = useKeys();
  const [words, setWords] = useState<RequestWords>(none);
  useEffect(() => {
    const identities = keysOf('custodians').map(({ identity }) => identity);
    let isGone = false;
    const open = async (): Promise<void> => {
      const found = view === undefined || identities.length === 0 ? none : await opened(view, identities);
      if (!isGone) setWords(found);
    };
    void open();
    return () => {
      isGone = true;
    };
    // `held` changes when a key is opened or locked.
  }, [view, keysOf, held]);
  return words;
}

async function opened({ entries }: IdentityRequestView, identities: readonly string[]): Promise<RequestWords> {
  const found = new Map<string, { readonly text?: string }>();
  for (const { words } of entries) {
    const text = await openSealed(words.sealed, identities).catch((error: unknown) => {
      if (error instanceof SealError) return undefined;
      throw error;
    });
    found.set(words.digest, text === undefined ? {} : { text });
  }
  return found;
}
