import { type RefObject, useEffect, useRef } from 'react';

/**
 * If the element that had the focus is gone, such as a pressed button, a keyboard user would be at the top of the page
 * again.
 */
export function useRestoredFocus(
  region: RefObject<HTMLElement | null>,
  findFallback: () => HTMLElement | null | undefined,
): void {
  const last = useRef<Node>(null);
  useEffect(() => {
    const regionElement = region.current;
    const rememberFocus = ({ target }: FocusEvent): void => {
      last.current = target instanceof Node ? target : null;
    };
    regionElement?.addEventListener('focusin', rememberFocus);
    return () => regionElement?.removeEventListener('focusin', rememberFocus);
  }, [region]);
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (!isLost || last.current === null || last.current.isConnected) return;
    const to = findFallback();
    if (!to) return;
    last.current = null;
    to.focus();
  });
}
