import type { Monotonic } from '../../concerns/terms/calendar.ts';

/** How long another server's mark has not changed, by this process's monotonic clock: no two clocks are compared. */
export interface Observer {
  /** False at the first look. */
  hasStood(name: string, mark: string, ms: number): boolean;
  /** For a mark that this process wrote itself. */
  watch(name: string, mark: string): void;
  forget(name: string): void;
}

/** More than there are at once. */
const mostSeen = 1_000;

export function createObserver(monotonic: Monotonic): Observer {
  const seen = new Map<string, { readonly mark: string; readonly since: number }>();
  function watch(name: string, mark: string): void {
    seen.delete(name);
    seen.set(name, { mark, since: monotonic() });
    const [oldest] = seen.keys();
    if (seen.size > mostSeen && oldest !== undefined) seen.delete(oldest);
  }
  return {
    hasStood: (name, mark, ms) => {
      const before = seen.get(name);
      if (before?.mark === mark) return monotonic() - before.since > ms;
      watch(name, mark);
      return false;
    },
    watch,
    forget: (name) => void seen.delete(name),
  };
}
