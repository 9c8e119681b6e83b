import { useEffect, useRef } from 'react';

const withinMs = 2_000;

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
    // Before an open dialog takes the key for itself.
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, []);
}
