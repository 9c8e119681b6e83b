/** A clock that is moved by hand, with one timer, as the page's parts that wait use it. */
export function createManualClock() {
  let now = 5;
  let timer: { readonly at: number; readonly run: () => void } | undefined;
  const due = (until: number) => (timer && timer.at <= until ? timer : undefined);
  return {
    now: () => now,
    after: (milliseconds: number, run: () => void) => {
      const own = { at: now + milliseconds, run };
      timer = own;
      return () => {
        if (timer === own) timer = undefined;
      };
    },
    /** Time goes by, and the timer runs when it is due. */
    pass: (milliseconds: number) => {
      const until = now + milliseconds;
      for (let next = due(until); next; next = due(until)) {
        timer = undefined;
        now = Math.max(now, next.at);
        next.run();
      }
      now = until;
    },
    /** Time goes by while the machine sleeps: no timer runs. */
    sleep: (milliseconds: number) => {
      now += milliseconds;
    },
    isWaiting: () => timer !== undefined,
  };
}
