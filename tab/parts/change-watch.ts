const minute = 60_000;
/** The shortest time between two questions: whoever comes back to a page sees at once what changed. */
const gap = 10_000;
/** After a question that nobody answered the next ones come more rarely, down to one in so many minutes. */
const longestWait = 16;

export interface WatchDependencies {
  /** The wall's clock, in milliseconds. It may jump. */
  readonly now: () => number;
  /** Runs something after milliseconds; what it returns calls that off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  readonly isHidden: () => boolean;
  /** Asks once, and says whether there was an answer. Never rejects. */
  readonly ask: () => Promise<boolean>;
}

export interface ChangeWatch {
  /** Somebody may be back at the page: where it is long enough since the last question, the next one is asked now. */
  readonly woke: () => void;
  readonly end: () => void;
}

/**
 * Asks once a minute, from a minute after it began, and never while the page is hidden. A machine that slept, or whose
 * clock jumped, asks once for all the time that went by.
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
    // Nothing is planned: it goes on when somebody is back.
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
      // A clock that was set back says nothing of how long it is.
      if (isDue || passed < 0 || passed >= (unanswered > 0 ? minute : gap)) void askNow();
    },
    end() {
      isOver = true;
      callOff();
    },
  };
}
