import { describe, expect, it } from '@jest/globals';
import { assert, constantFrom, property, string } from 'fast-check';
import {
  createEventCounters,
  eventCountRules,
  type EventName,
  eventReason,
  reasonValues,
} from '../../../../bot/runtime/metrics/event-metrics.ts';
import type { LogEvent } from '../../../../bot/runtime/event-log.ts';
import { createMovableClock } from '../../../support/journeys/movable-clock.ts';
import { createEveryEvent } from '../../../support/metrics/every-event.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const reasonOf = (name: EventName) => {
  const counting = eventCountRules[name];
  return counting.when === 'never' ? undefined : counting.reason;
};
const kinds = Object.values(createEveryEvent('here')).map(({ event }) => event);

/** Counts of a clock that stands at ten minutes past nine, of which the first reading was taken. */
function counting() {
  const clock = createMovableClock();
  const counts = createEventCounters(clock.now);
  counts.totals();
  const told = () => counts.totals().filter(({ count }) => count > 0);
  return {
    clock,
    told,
    noticed: (event: LogEvent, times = 1) => void Array.from({ length: times }, () => counts.noticed(event)),
  };
}

describe('a count of events', () => {
  it.each(kinds)('moves for %s, once, or has a reason why it never does', (name) => {
    const { clock, told, noticed } = counting();
    noticed(createEveryEvent('here')[name]);
    clock.forward(dayMs);
    const row = eventCountRules[name];
    if (row.when === 'never') {
      expect(row.why.length).toBeGreaterThan(10);
      expect(told()).toEqual([]);
    } else {
      expect(told()).toEqual([
        { event: row.as ?? name, reason: eventReason(row.reason, createEveryEvent('here')[name]), count: 1 },
      ]);
    }
  });

  it('is told apart by words of a closed list, whatever an event says', () => {
    assert(
      property(constantFrom(...kinds), string(), (name, said) => {
        const event = createEveryEvent(said)[name];
        expect(reasonValues(reasonOf(name))).toContain(eventReason(reasonOf(name), event));
      }),
    );
    const mark = 'Sgt Example, 07700 900123';
    for (const name of kinds)
      expect(eventReason(reasonOf(name), createEveryEvent(mark)[name])).not.toContain('Example');
  });

  it('is one of few, and all of them are there from the start', () => {
    const { totals } = createEventCounters(createMovableClock().now);
    expect(totals().length).toBeLessThan(320);
    expect(new Set(totals().map(({ event, reason }) => `${event} ${reason}`)).size).toBe(totals().length);
    for (const name of kinds) expect(reasonValues(reasonOf(name)).length).toBeLessThanOrEqual(25);
    for (const { reason } of totals()) expect(reason).toMatch(/^[A-Za-z0-9:]{0,20}$/u);
  });

  it('is 0 in the first reading, so that what happened at the start is seen as new', () => {
    const clock = createMovableClock();
    const counts = createEventCounters(clock.now);
    counts.noticed({ event: 'targetMended', target: 'acu' });
    expect(counts.totals().filter(({ count }) => count > 0)).toEqual([]);
    expect(counts.totals().filter(({ count }) => count > 0)).toEqual([{ event: 'targetMended', reason: '', count: 1 }]);
  });

  it('that only the server moves is told at once', () => {
    const { told, noticed } = counting();
    noticed({ event: 'clockDoubted' });
    expect(told()).toEqual([{ event: 'clockDoubted', reason: '', count: 1 }]);
  });

  it('that somebody with a role moves is told at the full hour', () => {
    const { clock, told, noticed } = counting();
    noticed({ event: 'keyWrapped', group: 'acu' });
    clock.forward(hourMs / 2);
    expect(told()).toEqual([]);
    clock.forward(hourMs / 2);
    expect(told()).toEqual([{ event: 'keyWrapped', reason: 'acu', count: 1 }]);
  });

  it('that anybody moves is told at the full hour where five came in it', () => {
    const { clock, told, noticed } = counting();
    noticed({ event: 'notSaved', code: 'late' }, 5);
    expect(told()).toEqual([]);
    clock.forward(hourMs);
    expect(told()).toEqual([{ event: 'failed', reason: 'late', count: 5 }]);
  });

  it('that few moved is told when the day is over, and by no hour of another', () => {
    const { clock, told, noticed } = counting();
    noticed({ event: 'notSaved', code: 'late' }, 4);
    clock.forward(hourMs);
    noticed({ event: 'notSaved', code: 'late' });
    clock.forward(hourMs);
    expect(told()).toEqual([]);
    noticed({ event: 'notSaved', code: 'late' }, 6);
    clock.forward(hourMs);
    expect(told()).toEqual([{ event: 'failed', reason: 'late', count: 6 }]);
    clock.forward(dayMs / 2);
    expect(told()).toEqual([{ event: 'failed', reason: 'late', count: 11 }]);
  });

  it('does not say whether it was a report that failed', () => {
    const one = (event: LogEvent) => {
      const { clock, told, noticed } = counting();
      noticed(event);
      clock.forward(dayMs);
      return told();
    };
    const saved = one({ event: 'notSaved', code: 'late' });
    expect(one({ event: 'turnFailed', code: 'late', reference: '1234', thrown: 'Error' })).toEqual(saved);
    expect(one({ event: 'answerFailed', code: 'late', thrown: 'Error' })).toEqual(saved);
    expect(one({ event: 'tabFailed', operation: 'case.close', code: 'late', thrown: 'Error' })).toEqual(saved);
    expect(one({ event: 'partnerFailed', operation: 'page.begin', code: 'late', thrown: 'Error' })).toEqual(saved);
  });

  it('is told no sooner by a clock that is set back', () => {
    const { clock, told, noticed } = counting();
    noticed({ event: 'notSaved', code: 'seal' }, 9);
    clock.set(-3 * hourMs);
    expect(told()).toEqual([]);
    clock.set(4 * hourMs);
    expect(told()).toEqual([{ event: 'failed', reason: 'seal', count: 9 }]);
  });
});
