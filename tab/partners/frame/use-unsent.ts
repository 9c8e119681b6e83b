import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** Whether something on the page is written and not sent. */
export interface Unsent {
  /** Holds it so until what is returned is called. */
  readonly hold: () => () => void;
  readonly isHeld: () => boolean;
}

/**
 * Keeps whether something is not sent, and has the browser ask before the page is closed. A page that was emptied, as
 * whoever leaves at once does, asks nothing: `page` stands in it no more.
 */
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
