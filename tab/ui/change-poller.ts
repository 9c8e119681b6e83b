import { useEffect, useRef } from 'react';
import type { OperationAnswer, OperationRequest } from '../../contract/operations.ts';
import { useTab } from './tab-context.ts';

const minuteMs = 60_000;
const minIntervalMs = 10_000;
/** In minutes: unanswered questions become rarer, down to this. */
const maxWaitMinutes = 16;

interface PollerDependencies {
  readonly now: () => number;
  readonly schedule: (milliseconds: number, run: () => void) => () => void;
  readonly isHidden: () => boolean;
  readonly poll: () => Promise<boolean>;
}

interface ChangePoller {
  readonly onWake: () => void;
  readonly stop: () => void;
}

/** Asks once a minute while the page is visible. After sleep or a jump of the clock it asks once for the whole time. */
export function createChangePoller({ now, schedule, isHidden, poll }: PollerDependencies): ChangePoller {
  let askedAt = now();
  let unanswered = 0;
  let [isAsking, isDue, isOver] = [false, false, false];
  let cancelTimer = (): void => undefined;

  const scheduleNext = (): void => {
    cancelTimer();
    if (isOver) return;
    const minutes = Math.min(2 ** Math.max(0, unanswered - 1), maxWaitMinutes);
    cancelTimer = schedule(minutes * minuteMs, () => void pollNow());
  };
  async function pollNow(): Promise<void> {
    if (isOver || isAsking) return;
    isDue = isHidden();
    if (isDue) return;
    cancelTimer();
    isAsking = true;
    askedAt = now();
    unanswered = (await poll()) ? 0 : unanswered + 1;
    isAsking = false;
    scheduleNext();
  }

  scheduleNext();
  return {
    onWake() {
      const passed = now() - askedAt;
      if (isDue || passed < 0 || passed >= (unanswered > 0 ? minuteMs : minIntervalMs)) void pollNow();
    },
    stop() {
      isOver = true;
      cancelTimer();
    },
  };
}

/** Asks the server whether the page is current. Shows nothing without an answer: the next question comes anyway. */
export function useChangePolling(
  shown: OperationRequest<'cases.changes'> | undefined,
  onAnswer: (answer: OperationAnswer<'cases.changes'>) => void,
): void {
  const { call } = useTab();
  const latestOnAnswer = useRef(onAnswer);
  useEffect(() => {
    latestOnAnswer.current = onAnswer;
  });

  useEffect(() => {
    if (shown === undefined) return undefined;
    let isOver = false;
    const poller = createChangePoller({
      now: Date.now,
      schedule: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      isHidden: () => document.hidden,
      async poll() {
        const answer = await call('cases.changes', shown);
        if (answer.ok && !isOver) latestOnAnswer.current(answer.value);
        return answer.ok;
      },
    });
    const places = [
      [window, 'focus'],
      [window, 'online'],
      [document, 'visibilitychange'],
    ] as const;
    for (const [place, event] of places) place.addEventListener(event, poller.onWake);
    return () => {
      isOver = true;
      poller.stop();
      for (const [place, event] of places) place.removeEventListener(event, poller.onWake);
    };
  }, [call, shown]);
}
