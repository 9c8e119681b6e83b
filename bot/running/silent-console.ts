import type { EventLog } from './event-log.ts';

const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir'] as const;
// There is one console in a process, however many servers a test runs in it.
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
 * Drops what libraries write to the console and logs that they did: the Bot Framework prints the errors of tokens it
 * refuses, and an error may hold anything. Nothing of ours is hidden by it: the server says everything by its event
 * log, which does not go through the console, and lint forbids the console here. Returns what ends it.
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
