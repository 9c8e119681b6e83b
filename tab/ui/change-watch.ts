import { useEffect, useRef } from 'react';
import type { AnswerOf, RequestOf } from '../../contract/operations.ts';
import { useTab } from './tab-context.ts';

const minute = 60_000;
const gap = 10_000;
/** In minutes: unanswered questions come more rarely, down to this. */
const longestWait = 16;

interface WatchDependencies {
  readonly now: () => number;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  readonly isHidden: () => boolean;
  readonly ask: () => Promise<boolean>;
}

interface ChangeWatch {
  readonly woke: () => void;
  readonly end: () => void;
}

/**
 * Asks once a minute while the page is visible. After sleep or a jump of the clock it asks once for all the time that
 * went by.
 */
export function watchChanges({ now, after, isHidden, ask }: WatchDependencies): ChangeWatch {
  let askedAt = now();
  let unanswered = 0;
  let [isAsking, isDue, isOver] = [false, false, false];
  let callOff = (): void => undefined;

  const plan = (): void => {
    callOff();
    if (isOver) return;
    const minutes = Math.min(2 ** Math.max(0, unanswered - 1), longestWait);
    callOff = after(minutes * minute, () => void askNow());
  };
  async function askNow(): Promise<void> {
    if (isOver || isAsking) return;
    isDue = isHidden();
    if (isDue) return;
    callOff();
    isAsking = true;
    askedAt = now();
    unanswered = (await ask()) ? 0 : unanswered + 1;
    isAsking = false;
    plan();
  }

  plan();
  return {
    woke() {
      const passed = now() - askedAt;
      if (isDue || passed < 0 || passed >= (unanswered > 0 ? minute : gap)) void askNow();
    },
    end() {
      isOver = true;
      callOff();
    },
  };
}

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
