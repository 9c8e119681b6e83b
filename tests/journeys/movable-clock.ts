import type { Clock } from '../../concerns/ports/clock.ts';

/** A clock that stands still until it is moved. */
export interface MovableClock {
  readonly now: Clock;
  /** Moves it on, in milliseconds. */
  forward(ms: number): void;
}

/** A Tuesday in November 2026, ten past nine in the morning in Wales. */
const firstMoment = Date.parse('2026-11-24T09:10:00.000Z');

export function movableClock(from: number = firstMoment): MovableClock {
  let time = from;
  return {
    now: () => new Date(time),
    forward(ms) {
      time += ms;
    },
  };
}
