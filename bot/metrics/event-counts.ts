import type { Clock } from '../../concerns/terms/calendar.ts';
import type { EventLog } from '../running/event-log.ts';
import { countedAs, eventCounting, reasonsOf } from './event-counting.ts';

interface EventTotal {
  readonly event: string;
  readonly reason: string;
  readonly count: number;
}

export interface EventCounts {
  readonly noticed: EventLog;
  /**
   * Every possible count, also those that are 0: its presence says nothing. The first call gets 0 for all, so that
   * events during the start are seen as new.
   */
  readonly totals: () => readonly EventTotal[];
}

/** Fewer of a `crowd` count in one hour wait until the day is over. */
const smallCount = 5;
const hourMs = 3_600_000;
const hoursOfDay = 24;

interface Count {
  readonly event: string;
  readonly reason: string;
  readonly isCrowds: boolean;
  readonly isToldAtOnce: boolean;
  told: number;
  ofHour: number;
  /** Of earlier hours of the day that were too few. */
  ofDay: number;
}

const keyOf = (event: string, reason: string): string => `${event} ${reason}`;

function everyCount(): ReadonlyMap<string, Count> {
  const made = new Map<string, Count>();
  for (const [name, counting] of Object.entries(eventCounting)) {
    if (counting.when === 'never') continue;
    const event = counting.as ?? name;
    for (const reason of reasonsOf(counting.reason)) {
      const { when } = counting;
      const told = { isCrowds: when === 'crowd', isToldAtOnce: when === 'atOnce' };
      made.set(keyOf(event, reason), { event, reason, ...told, told: 0, ofHour: 0, ofDay: 0 });
    }
  }
  return made;
}

/** A clock that is set back makes counts wait for longer, and shows none sooner. */
export function createEventCounts(clock: Clock): EventCounts {
  const counts = everyCount();
  const hourNow = (): number => Math.floor(clock().getTime() / hourMs);
  let hour = hourNow();
  let wasAsked = false;

  /** An hour's count is shown by that hour alone, so that none adds to a small one. */
  function closeHour(): void {
    const now = hourNow();
    if (now <= hour) return;
    const isDayOver = Math.floor(now / hoursOfDay) > Math.floor(hour / hoursOfDay);
    for (const count of counts.values()) {
      if (count.isCrowds && count.ofHour < smallCount) count.ofDay += count.ofHour;
      else count.told += count.ofHour;
      count.ofHour = 0;
      if (!isDayOver) continue;
      count.told += count.ofDay;
      count.ofDay = 0;
    }
    hour = now;
  }

  return {
    noticed(event) {
      const counted = countedAs(event);
      const count = counted && counts.get(keyOf(counted.event, counted.reason));
      if (count === undefined) return;
      closeHour();
      if (count.isToldAtOnce) count.told += 1;
      else count.ofHour += 1;
    },

    totals() {
      closeHour();
      const isFirst = !wasAsked;
      wasAsked = true;
      return [...counts.values()].map(({ event, reason, told }) => ({ event, reason, count: isFirst ? 0 : told }));
    },
  };
}
