import { useEffect, useRef } from 'react';

/** How soon the second press has to follow, in milliseconds. */
const withinMs = 2_000;

/** Does something once Escape was pressed twice, wherever the focus is. */
export function useEscapeTwice(done: () => void): void {
  const latest = useRef(done);
  useEffect(() => {
    latest.current = done;
  });
  useEffect(() => {
    let before = Number.NEGATIVE_INFINITY;
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.repeat) return;
      const now = performance.now();
      if (now - before <= withinMs) latest.current();
      before = now;
    };
    // Before anything on the page: what is open there may take the key for itself.
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, []);
}
