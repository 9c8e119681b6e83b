import type { MonotonicClock } from '../../core/model/calendar.ts';

const maxEntries = 1_000;

/**
 * How long another server's mark has not changed, by this process's monotonic clock: servers' clocks are not compared.
 */
export function createLeaseObserver(monotonic: MonotonicClock) {
  const seen = new Map<string, { readonly mark: string; readonly since: number }>();
  function watch(name: string, version: string): void {
    seen.delete(name);
    seen.set(name, { mark: version, since: monotonic() });
    const [oldest] = seen.keys();
    if (seen.size > maxEntries && oldest !== undefined) seen.delete(oldest);
  }
  return {
    /** False at the first look. */
    isStale(name: string, version: string, ms: number): boolean {
      const before = seen.get(name);
      if (before?.mark === version) return monotonic() - before.since > ms;
      watch(name, version);
      return false;
    },
    watch,
    forget: (name: string): void => void seen.delete(name),
  };
}
