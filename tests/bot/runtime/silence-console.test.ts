import { describe, expect, it } from '@jest/globals';
import { type LogEvent, silenceConsole } from '../../../bot/runtime/event-log.ts';

// The very console that libraries write to.
const { console: out } = globalThis;

describe('the console', () => {
  it('is silent while a server runs, and tells its log only that something was written', () => {
    const kept = out.error;
    const first: LogEvent[] = [];
    const second: LogEvent[] = [];
    const endFirst = silenceConsole((event) => first.push(event));
    const endSecond = silenceConsole((event) => second.push(event));
    out.error('words');
    endFirst();
    endFirst();
    out.warn('words');
    endSecond();
    expect(out.error).toBe(kept);
    expect(first).toEqual([{ event: 'libraryWrote', method: 'error' }]);
    expect(second.map((event) => 'method' in event && event.method)).toEqual(['error', 'warn']);
  });
});
