import type { Monotonic } from '../../core/model/calendar.ts';

const mostSeen = 1_000;

/** How long another server's mark has not changed, by this process's monotonic clock: no two clocks are compared. */
export function createObserver(monotonic: Monotonic) {
  const seen = new Map<string, { readonly mark: string; readonly since: number }>();
  function watch(name: string, mark: string): void {
    seen.delete(name);
    seen.set(name, { mark, since: monotonic() });
    const [oldest] = seen.keys();
    if (seen.size > mostSeen && oldest !== undefined) seen.delete(oldest);
  }
  return {
    /** False at the first look. */
    hasStood(name: string, mark: string, ms: number): boolean {
      const before = seen.get(name);
      if (before?.mark === mark) return monotonic() - before.since > ms;
      watch(name, mark);
      return false;
    },
    /** For a mark that this process wrote itself. */
    watch,
    forget: (name: string): void => void seen.delete(name),
  };
}
