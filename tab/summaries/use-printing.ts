import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Draws the page for paper before it prints, also if the client's own menu prints it. */
export function usePrinting(): { readonly isPrinting: boolean; readonly print: () => void } {
  const [isPrinting, setPrinting] = useState(false);
  const [isAsked, setAsked] = useState(false);

  useEffect(() => {
    // At once: the client takes the page as it is when this returns.
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);

  useEffect(() => {
    if (!isAsked) return;
    // Charts measure their container, so they need a moment after the page is drawn.
    const timer = setTimeout(() => {
      setAsked(false);
      window.print();
      setPrinting(false);
    }, 250);
    return () => clearTimeout(timer);
  }, [isAsked]);

  const print = useCallback(() => {
    setPrinting(true);
    setAsked(true);
  }, []);
  return { isPrinting, print };
}
