import type { Clock } from '../../concerns/terms/clock.ts';
import type { EventLog } from '../running/event-log.ts';
import { countedAs, eventCounting, reasonsOf } from './event-counting.ts';

/** How often something happened since the server started, by its name and its reason; the reason is empty where there is none. */
interface EventTotal {
  readonly event: string;
  readonly reason: string;
  readonly count: number;
}

/** Counts events, and tells of them when they may be told. */
export interface EventCounts {
  readonly noticed: EventLog;
  /**
   * Every count there can be, those that are 0 among them: that one is there says nothing. Whoever asks first is told 0 of
   * all, so that what happened while the server started is seen as something new.
   */
  readonly totals: () => readonly EventTotal[];
}

/** Fewer of a crowd's in one hour wait until the day is over. */
const smallCount = 5;
const hourMs = 3_600_000;
const hoursOfDay = 24;

interface Count {
  readonly event: string;
  readonly reason: string;
  readonly isCrowds: boolean;
  readonly isToldAtOnce: boolean;
  told: number;
  /** Those of the hour that is not over. */
  ofHour: number;
  /** Those of earlier hours of the day that were too few. */
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

/** Begins at 0. A clock that is set back makes counts wait for longer, and none is told sooner by it. */
export function createEventCounts(clock: Clock): EventCounts {
  const counts = everyCount();
  const hourNow = (): number => Math.floor(clock().getTime() / hourMs);
  let hour = hourNow();
  let wasAsked = false;

  /** Closes the hour, and the day, that are over. An hour's count is told by that hour alone, so that none adds to a small one. */
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
