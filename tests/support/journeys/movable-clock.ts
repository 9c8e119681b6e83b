import type { Clock, MonotonicClock } from '../../../core/model/calendar.ts';

/** A clock that stands still until it is moved. */
export interface MovableClock {
  readonly now: Clock;
  /** Moves on with the clock, and not where that is set. */
  readonly monotonic: MonotonicClock;
  /** Moves it on, in milliseconds: that much time passes. */
  forward(ms: number): void;
  /** Sets it, on or back, in milliseconds: no time passes. */
  set(ms: number): void;
}

/** A Tuesday in November 2026, ten past nine in the morning in Wales. */
const firstMoment = Date.parse('2026-11-24T09:10:00.000Z');

export function createMovableClock(from: number = firstMoment): MovableClock {
  let time = from;
  let passed = 0;
  return {
    now: () => new Date(time),
    monotonic: () => passed,
    forward(ms) {
      time += ms;
      passed += ms;
    },
    set(ms) {
      time += ms;
    },
  };
}
