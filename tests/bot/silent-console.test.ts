import { describe, expect, it } from '@jest/globals';
import { silenceConsole } from '../../bot/silent-console.ts';
import type { LogEvent } from '../../bot/event-log.ts';

describe('the console', () => {
  it('is silent while a server runs, and tells its log only that something was written', () => {
    const kept = console.error;
    const first: LogEvent[] = [];
    const second: LogEvent[] = [];
    const endFirst = silenceConsole((event) => first.push(event));
    const endSecond = silenceConsole((event) => second.push(event));
    console.error('words');
    endFirst();
    endFirst();
    console.warn('words');
    endSecond();
    expect(console.error).toBe(kept);
    expect(first).toEqual([{ event: 'libraryWrote', method: 'error' }]);
    expect(second.map((event) => 'method' in event && event.method)).toEqual(['error', 'warn']);
  });
});
