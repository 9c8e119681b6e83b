import { describe, expect, it } from '@jest/globals';
import { createEventCounts } from '../../../bot/metrics/event-counts.ts';
import type { Counted } from '../../../bot/metrics/event-counting.ts';
import { createCountedAway } from '../../../bot/workers/counted-away.ts';
import { everyEvent } from '../../support/metrics/every-event.ts';
import { movableClock } from '../../support/journeys/movable-clock.ts';

const hourMs = 3_600_000;

describe('events that several processes count for one server', () => {
  it('come to the same as in one process: three failures in each of two are six in the hour', () => {
    const clock = movableClock();
    const counts = createEventCounts(clock.now);
    const processes = [0, 1].map(() => createCountedAway((some) => some.forEach(counts.add)));
    counts.totals();
    for (const { noticed, flush } of processes) {
      for (let times = 0; times < 3; times += 1) noticed({ event: 'notSaved', code: 'late' });
      noticed({ event: 'targetMended', target: 'acu' });
      flush();
      flush();
    }
    const told = () => counts.totals().filter(({ count }) => count > 0);
    expect(told()).toEqual([{ event: 'targetMended', reason: '', count: 2 }]);
    clock.forward(hourMs);
    expect(told()).toContainEqual({ event: 'failed', reason: 'late', count: 6 });
  });

  it('are handed on as names and reasons of closed lists, and as nothing else', () => {
    const mark = 'whatever an event holds';
    const handed: Counted[] = [];
    const { noticed, flush } = createCountedAway((some) => handed.push(...some));
    for (const event of Object.values(everyEvent(mark))) noticed(event);
    flush();
    expect(handed.length).toBeGreaterThan(30);
    expect(JSON.stringify(handed)).not.toContain(mark);
    for (const one of handed) expect(Object.keys(one).sort()).toEqual(['event', 'reason', 'times']);
  });

  it('are none of what no process can have counted', () => {
    const counts = createEventCounts(movableClock().now);
    counts.totals();
    counts.add({ event: 'lineSent', reason: '', times: 5 });
    counts.add({ event: 'started', reason: 'a person', times: 5 });
    expect(counts.totals().every(({ count }) => count === 0)).toBe(true);
  });
});
