import { useCallback, useEffect, useRef, useState } from 'react';
import type { Place } from '../parts/tab-context.ts';
import type { AskBefore, LeaveQuestion, Wish } from '../parts/unsent.ts';

/** Where somebody is, and how they go elsewhere: at once, or after a question where something would be lost. */
export function useLeaving(first: Place): {
  readonly place: Place;
  readonly open: (place: Place) => void;
  readonly askBefore: AskBefore;
  readonly wish: Wish | undefined;
  /** The part that asks, from the first such wish on: it stays, because it closes by itself. */
  readonly question: LeaveQuestion | undefined;
  /** Whether something on the page is not sent. */
  readonly isUnsent: () => boolean;
} {
  const [place, setPlace] = useState(first);
  const [wanted, open] = useState<Place>();
  const [asked, setAsked] = useState<{ readonly from: Element | null }>();
  const [question, setQuestion] = useState<LeaveQuestion>();
  const asking = useRef<LeaveQuestion[]>([]);

  const askBefore = useCallback<AskBefore>((one) => {
    asking.current.push(one);
    let isOver = false;
    return () => {
      if (!isOver) asking.current.splice(asking.current.indexOf(one), 1);
      isOver = true;
    };
  }, []);
  const isUnsent = useCallback(() => asking.current.length > 0, []);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (isUnsent()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsent]);

  const go = useCallback((next: Place | undefined) => {
    if (next) setPlace(next);
    open(undefined);
    setAsked(undefined);
  }, []);
  // Only once the page has been drawn: what was just sent is then no longer unsent.
  useEffect(() => {
    if (wanted === undefined) return;
    const [first] = asking.current;
    if (first === undefined) return go(wanted);
    setAsked({ from: document.activeElement });
    setQuestion(() => first);
  }, [wanted, go]);

  const takeBack = (): void => {
    go(undefined);
    // Nothing opened the question that it could give the focus back to by itself.
    if (asked?.from instanceof HTMLElement) setTimeout((from) => from.focus(), 0, asked.from);
  };
  const wish = asked && wanted ? { grant: () => go(wanted), takeBack } : undefined;
  return { place, open, askBefore, wish, question, isUnsent };
}
