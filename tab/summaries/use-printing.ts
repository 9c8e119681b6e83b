import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * Whether the page is about to be printed, and the way to print it: drawn for paper first, then printed. A person who prints
 * it by the menu of their client gets the same.
 */
export function usePrinting(): { readonly isPrinting: boolean; readonly print: () => void } {
  const [isPrinting, setPrinting] = useState(false);
  const [isAsked, setAsked] = useState(false);

  useEffect(() => {
    // At once: the client takes the page as it stands when this returns.
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
    // The charts are as wide as what they stand in, which they measure once it is drawn.
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
