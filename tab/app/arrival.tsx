import { type RefObject, useEffect } from 'react';

/** Once its page is drawn, moves the focus to the heading, or to the field that the person asked for. */
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
