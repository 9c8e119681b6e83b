import { type RefObject, useEffect } from 'react';

/**
 * Stands behind a page: once the page is there, what is read and typed goes on from its heading, or from what
 * whoever comes asked for. A page that has none
 * yet is begun at its top.
 */
export function Arrival({ main }: { readonly main: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    const heading = main.current?.querySelector('h1');
    if (heading) heading.tabIndex = -1;
    const wanted = main.current?.querySelector<HTMLElement>('[data-arrival]');
    (wanted ?? heading ?? main.current)?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [main]);
  return null;
}
