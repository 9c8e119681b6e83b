import { type RefObject, useEffect, useRef } from 'react';

/**
 * Takes the focus to a place where what had it went from the page, as a button does whose press takes it away: whoever
 * uses a keyboard would be at the top of the page again. What somebody left by themselves stays left. Where there is no place yet, the
 * next drawing looks again.
 */
export function useKeptFocus(region: RefObject<HTMLElement | null>, place: () => HTMLElement | null | undefined): void {
  const last = useRef<Node>(null);
  useEffect(() => {
    const around = region.current;
    const note = ({ target }: FocusEvent): void => {
      last.current = target instanceof Node ? target : null;
    };
    around?.addEventListener('focusin', note);
    return () => around?.removeEventListener('focusin', note);
  }, [region]);
  // After each drawing, since any of them may take away what had the focus.
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (!isLost || last.current === null || last.current.isConnected) return;
    const to = place();
    if (!to) return;
    last.current = null;
    to.focus();
  });
}
