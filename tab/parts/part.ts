import { useCallback, useEffect, useRef, useState } from 'react';

/** Something that is loaded when it is first needed, and kept. */
export interface Part<T> {
  /** Loads it. Rejects where it does not come; the next call asks for it again. */
  readonly load: () => Promise<T>;
  /** It, once it is loaded. */
  readonly now: () => T | undefined;
}

/** A part, loaded once it comes. */
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

/** A part, loaded as soon as it is shown; `again` asks once more for what did not come. */
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
