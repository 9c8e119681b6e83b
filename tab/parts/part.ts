import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Something that is loaded when it is first needed, and kept. `load` rejects if it does not come; the next call asks
 * again.
 */
export interface Part<T> {
  readonly load: () => Promise<T>;
  readonly now: () => T | undefined;
}

export function createPart<T>(load: () => Promise<T>): Part<T> {
  let loaded: T | undefined;
  return {
    now: () => loaded,
    async load() {
      loaded ??= await load();
      return loaded;
    },
  };
}

type Loading<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly it: T };

export function usePart<T>(part: Part<T>): { readonly loading: Loading<T>; readonly again: () => void } {
  const [loading, setLoading] = useState<Loading<T>>(() => {
    const it = part.now();
    return it === undefined ? { kind: 'loading' } : { kind: 'ready', it };
  });
  const isShown = useRef(true);
  const again = useCallback(() => {
    setLoading((before) => (before.kind === 'ready' ? before : { kind: 'loading' }));
    part.load().then(
      (it) => isShown.current && setLoading({ kind: 'ready', it }),
      () => isShown.current && setLoading({ kind: 'failed' }),
    );
  }, [part]);
  useEffect(() => {
    isShown.current = true;
    if (part.now() === undefined) again();
    return () => {
      isShown.current = false;
    };
  }, [part, again]);
  return { loading, again };
}
