import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../concerns/terms/calendar.ts';
import { type GiveTurns, givenHere, type Turns } from './given-turns.ts';

export interface Rate {
  readonly burst: number;
  readonly oneTurnMs: number;
}

/** A whole report twice over at once; no one reads and fills a card faster. */
const ofTurns: Rate = { burst: 30, oneTurnMs: 500 };
/** Five of the largest files at once, some parts sent again, and as much again ten minutes later. */
const ofParts: Rate = { burst: 300, oneTurnMs: 2_000 };
/** With an answer that takes all its time, Teams still waits. */
const longestHoldMs = 1_500;

export type Pace = 'go' | 'tooOften';

/**
 * A rate limiter by person and never by address: a training room shares one. It knows a person only while they are in a
 * hurry. `tooOften` if a turn would be held back for too long; the card is then shown again with everything on it, so
 * that a report is delayed and never refused. Each server gives a third of the burst by itself, and again as slowly as
 * people fill in cards: someone in no hurry is written down nowhere. All servers together give the rest, a third at a
 * time.
 */
export interface Throttle {
  pass(person: string): Promise<Pace>;
  readonly known: () => number;
}

/** One in five seconds, where the pace is one in half a second. */
const slower = 10;

interface Known {
  own: number;
  given: Turns;
  /** Shared by all who come meanwhile. */
  asking: Promise<void> | undefined;
  noneUntil: number;
}
const noTurns: Turns = { first: 0, count: 0 };

export function createThrottle(deps: {
  readonly clock: Clock;
  readonly hold?: ((ms: number) => Promise<unknown>) | undefined;
  readonly rate?: Rate;
  /** For all servers; this process alone if missing. */
  readonly give?: GiveTurns & { readonly forget: (person: string) => void };
}): Throttle {
  const hold = deps.hold ?? wait;
  const { burst, oneTurnMs } = deps.rate ?? ofTurns;
  const give = deps.give ?? givenHere();
  const own = Math.ceil(burst / 3);
  const ownTurnMs = oneTurnMs * slower;
  const atOnceMs = (burst - own) * oneTurnMs;
  const furthestMs = atOnceMs + longestHoldMs;
  const people = new Map<string, Known>();

  const isQuiet = ({ own: next, given, asking }: Known, now: number): boolean =>
    asking === undefined && next <= now && (given.count === 0 || given.first + given.count * oneTurnMs <= now);

  function forgetTheQuiet(now: number): void {
    for (const [person, known] of people) {
      // In the order of their last turns: everyone after this one was here later.
      if (!isQuiet(known, now)) return;
      people.delete(person);
      give.forget(person);
    }
  }

  function isOwn(known: Known, now: number): boolean {
    // A time that no one can get is from before the clock was set back.
    const from = known.own > now + own * ownTurnMs ? now : Math.max(known.own, now);
    if (from + ownTurnMs > now + own * ownTurnMs) return false;
    known.own = from + ownTurnMs;
    return true;
  }

  async function ask(person: string, known: Known): Promise<void> {
    const now = deps.clock().getTime();
    known.given = await give(person, { now, oneTurnMs, latest: now + furthestMs, most: own });
    if (known.given.count === 0) known.noneUntil = Math.min(known.given.first - furthestMs, now + furthestMs);
  }

  async function taken(person: string, known: Known): Promise<number | undefined> {
    for (;;) {
      const now = deps.clock().getTime();
      const { first, count } = known.given;
      if (count > 0 && first <= now + furthestMs) {
        known.given = { first: first + oneTurnMs, count: count - 1 };
        return Math.max(0, first - now - atOnceMs);
      }
      // Turns too far ahead are from before the clock was set back.
      if (known.noneUntil > now && known.noneUntil <= now + furthestMs) return undefined;
      known.asking ??= ask(person, known).finally(() => {
        known.asking = undefined;
      });
      // Others who waited may have taken all of them.
      await known.asking;
    }
  }

  return {
    async pass(person) {
      const now = deps.clock().getTime();
      forgetTheQuiet(now);
      const known = people.get(person) ?? { own: 0, given: noTurns, asking: undefined, noneUntil: 0 };
      people.delete(person);
      people.set(person, known);
      if (isOwn(known, now)) return 'go';
      const heldBackMs = await taken(person, known);
      if (heldBackMs === undefined) return 'tooOften';
      if (heldBackMs > 0) await hold(heldBackMs);
      return 'go';
    },
    known: () => people.size,
  };
}

const ofFiles: ReadonlySet<string> = new Set(['report.filePart', 'case.filePart', 'case.openFilePart']);

export type GiveFor = (kind: string) => GiveTurns & { readonly forget: (person: string) => void };

interface PacesDependencies extends Pick<Parameters<typeof createThrottle>[0], 'clock' | 'hold'> {
  readonly giveFor?: GiveFor | undefined;
}

/** Parts of files have a pace of their own, and take no turn of anything else. */
export function createPaces({ giveFor, ...deps }: PacesDependencies): {
  readonly turns: Throttle;
  readonly of: (key: string, operation: string) => Promise<Pace>;
} {
  const by = (kind: string) => (giveFor === undefined ? {} : { give: giveFor(kind) });
  const turns = createThrottle({ ...deps, ...by('turns') });
  const parts = createThrottle({ ...deps, ...by('parts'), rate: ofParts });
  return { turns, of: (key, operation) => (ofFiles.has(operation) ? parts : turns).pass(key) };
}
