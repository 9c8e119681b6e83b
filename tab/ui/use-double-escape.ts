import { useEffect, useRef } from 'react';

const doublePressMs = 2_000;

/** Also while a dialog is open: it still closes at the first press. */
export function useDoubleEscape(onDoubleEscape: () => void): void {
  const latest = useRef(onDoubleEscape);
  useEffect(() => {
    latest.current = onDoubleEscape;
  });
  useEffect(() => {
    let before = Number.NEGATIVE_INFINITY;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.repeat) return;
      const now = performance.now();
      if (now - before <= doublePressMs) latest.current();
      before = now;
    };
    // Before an open dialog takes the key for itself.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
