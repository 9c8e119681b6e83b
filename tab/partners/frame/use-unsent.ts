import { type RefObject, useCallback, useEffect, useRef } from 'react';

export interface Unsent {
  readonly hold: () => () => void;
  readonly isHeld: () => boolean;
}

/** A page that was emptied by leaving at once asks nothing: `page` is then detached. */
export function useUnsent(page: RefObject<HTMLElement | null>): Unsent {
  const held = useRef(0);
  const hold = useCallback(() => {
    held.current += 1;
    return () => void (held.current -= 1);
  }, []);
  const isHeld = useCallback(() => held.current > 0, []);
  useEffect(() => {
    const before = (event: BeforeUnloadEvent): void => {
      if (held.current > 0 && page.current?.isConnected === true) event.preventDefault();
    };
    window.addEventListener('beforeunload', before);
    return () => window.removeEventListener('beforeunload', before);
  }, [page]);
  return { hold, isHeld };
}
