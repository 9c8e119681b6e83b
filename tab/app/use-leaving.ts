import { useCallback, useEffect, useRef, useState } from 'react';
import type { Place } from '../parts/tab-context.ts';
import type { AskBefore, LeaveQuestion, Wish } from '../parts/unsent.ts';

export function useLeaving(first: Place): {
  readonly place: Place;
  readonly open: (place: Place) => void;
  readonly askBefore: AskBefore;
  readonly wish: Wish | undefined;
  readonly question: LeaveQuestion | undefined;
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
  // Only after the drawing: what was just sent is then no longer unsent.
  useEffect(() => {
    if (wanted === undefined) return;
    const [first] = asking.current;
    if (first === undefined) return go(wanted);
    setAsked({ from: document.activeElement });
    setQuestion(() => first);
  }, [wanted, go]);

  const takeBack = (): void => {
    go(undefined);
    // No button opened the question, so the focus must be given back by hand.
    if (asked?.from instanceof HTMLElement) setTimeout((from) => from.focus(), 0, asked.from);
  };
  const wish = asked && wanted ? { grant: () => go(wanted), takeBack } : undefined;
  return { place, open, askBefore, wish, question, isUnsent };
}
