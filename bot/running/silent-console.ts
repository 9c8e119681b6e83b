import type { EventLog } from './event-log.ts';

const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir'] as const;
// One console in a process, however many servers a test runs in it.
const listeners = new Set<EventLog>();
let putBack: (() => void) | undefined;

function takeOver(): () => void {
  const kept = methods.map((method) => [method, console[method]] as const);
  for (const method of methods) {
    console[method] = () => {
      for (const log of listeners) log({ event: 'libraryWrote', method });
    };
  }
  return () => {
    for (const [method, write] of kept) console[method] = write;
  };
}

/**
 * Drops and logs console output of libraries: the Bot Framework prints the errors of tokens it refuses, and an error
 * may hold anything. Returns a function that ends it.
 */
export function silenceConsole(log: EventLog): () => void {
  // A listener of its own, so that ending twice ends no other's.
  const listener: EventLog = (event) => log(event);
  listeners.add(listener);
  putBack ??= takeOver();
  return () => {
    if (!listeners.delete(listener) || listeners.size > 0) return;
    putBack?.();
    putBack = undefined;
  };
}
