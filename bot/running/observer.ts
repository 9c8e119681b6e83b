import type { Monotonic } from '../../concerns/terms/clock.ts';

/**
 * How long somebody else's mark has stood unchanged, by a watch of this process. So no two clocks are compared: what
 * another server wrote is old when this one has looked at it for so long.
 */
export interface Observer {
  /** Whether this mark was there for longer than `ms` each time that it was looked at; false at the first look. */
  hasStood(name: string, mark: string, ms: number): boolean;
  /** Begins to watch a mark that this process wrote itself. */
  watch(name: string, mark: string): void;
  forget(name: string): void;
}

/** So many marks are remembered, the latest of them: more than there are of what goes on at once. */
const mostSeen = 1_000;

/** An observer that has seen nothing yet. */
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
