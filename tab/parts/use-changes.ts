import { useEffect, useRef } from 'react';
import type { AnswerOf, RequestOf } from '../../contract/operations.ts';
import { watchChanges } from './change-watch.ts';
import { useTab } from './tab-context.ts';

/**
 * Asks the server whether what is shown is current, as long as it is shown. Without an answer nothing is said: the next
 * question comes anyway.
 */
export function useChanges(
  shown: RequestOf<'cases.changes'> | undefined,
  onAnswer: (answer: AnswerOf<'cases.changes'>) => void,
): void {
  const { call } = useTab();
  const told = useRef(onAnswer);
  useEffect(() => {
    told.current = onAnswer;
  });

  useEffect(() => {
    if (shown === undefined) return undefined;
    let isOver = false;
    const watch = watchChanges({
      now: Date.now,
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      isHidden: () => document.hidden,
      async ask() {
        const answer = await call('cases.changes', shown);
        if (answer.ok && !isOver) told.current(answer.value);
        return answer.ok;
      },
    });
    const places = [
      [window, 'focus'],
      [window, 'online'],
      [document, 'visibilitychange'],
    ] as const;
    for (const [place, event] of places) place.addEventListener(event, watch.woke);
    return () => {
      isOver = true;
      watch.end();
      for (const [place, event] of places) place.removeEventListener(event, watch.woke);
    };
  }, [call, shown]);
}
