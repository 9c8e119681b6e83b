import { useCallback, useEffect, useRef, useState } from 'react';
import type { Place } from './tab-context.ts';
import type { AskBefore } from './unsent.ts';

/** A wish to leave a page on which something is not sent: it is granted, or taken back. */
export interface Wish {
  grant(): void;
  takeBack(): void;
}

/** Where somebody is, and how they go elsewhere: at once, or after a question where something would be lost. */
export function useLeaving(first: Place): {
  readonly place: Place;
  readonly open: (place: Place) => void;
  readonly askBefore: AskBefore;
  readonly wish: Wish | undefined;
  /** Whether there was such a wish before: what asks stays, because it closes by itself. */
  readonly wasAsked: boolean;
} {
  const [place, setPlace] = useState(first);
  const [wanted, open] = useState<Place>();
  const [asked, setAsked] = useState<{ readonly from: Element | null }>();
  const [wasAsked, setWasAsked] = useState(false);
  const asking = useRef(0);

  const askBefore = useCallback<AskBefore>(() => {
    asking.current += 1;
    let isOver = false;
    return () => {
      if (!isOver) asking.current -= 1;
      isOver = true;
    };
  }, []);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (asking.current > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);

  const go = useCallback((next: Place | undefined) => {
    if (next) setPlace(next);
    open(undefined);
    setAsked(undefined);
  }, []);
  // Only once the page has been drawn: what was just sent is then no longer unsent.
  useEffect(() => {
    if (wanted === undefined) return;
    if (asking.current === 0) return go(wanted);
    setAsked({ from: document.activeElement });
    setWasAsked(true);
  }, [wanted, go]);

  const takeBack = (): void => {
    go(undefined);
    // Nothing opened the question that it could give the focus back to by itself.
    if (asked?.from instanceof HTMLElement) setTimeout((from) => from.focus(), 0, asked.from);
  };
  const wish = asked && wanted ? { grant: () => go(wanted), takeBack } : undefined;
  return { place, open, askBefore, wish, wasAsked };
}
