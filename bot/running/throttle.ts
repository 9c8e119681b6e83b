import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../concerns/terms/clock.ts';
import { type GiveTurns, givenHere, type Turns } from './given-turns.ts';

/** How much somebody may do at once, and from then on. */
export interface Rate {
  /** How many turns somebody may take at once before they are slowed down. */
  readonly burst: number;
  /** How long it takes to earn one more turn, in milliseconds. */
  readonly oneTurnMs: number;
}

/** A whole report twice over at once; nobody reads and fills a card faster. */
const ofTurns: Rate = { burst: 30, oneTurnMs: 500 };
/**
 * Parts of sealed files: five of the largest at once, with some of them sent again, and as much again ten minutes later.
 * How much waits under one claim is bounded apart.
 */
const ofParts: Rate = { burst: 300, oneTurnMs: 2_000 };
/** The longest that a turn is held back, in milliseconds: with an answer that takes all its time, Teams still waits. */
const longestHoldMs = 1_500;

/** Whether somebody's turn is taken, or they are asked to wait. */
export type Pace = 'go' | 'tooOften';

/**
 * Slows down who floods, by person and never by address: a training room shares one. It knows a person only while they
 * are in a hurry. It says `tooOften` where a turn would be held back for too long; a card is then shown again with
 * everything on it, so that no report is refused for it, only delayed.
 *
 * A third of what somebody may do at once each server gives by itself, and again as slowly as people fill in cards: who
 * is in no hurry is written down nowhere. The rest is given out for all servers together, a third at a time.
 */
export interface Throttle {
  /** Settles when the person's turn may go on. */
  pass(person: string): Promise<Pace>;
  /** How many people are known at the moment. */
  readonly known: () => number;
}

/** How much slower a server gives turns by itself again: one in five seconds, where one in half a second is the pace. */
const slower = 10;

interface Known {
  /** When the next turn that this server gives by itself falls, were they to take one after the other. */
  own: number;
  /** Turns that were given out for all servers and are not taken yet. */
  given: Turns;
  /** The request under way: whoever comes meanwhile waits for the same. */
  asking: Promise<void> | undefined;
  /** Until when there are no more turns, as far as this server was told. */
  noneUntil: number;
}
const noTurns: Turns = { first: 0, count: 0 };

export function createThrottle(deps: {
  readonly clock: Clock;
  /** Waits for milliseconds; a test passes its own. */
  readonly hold?: ((ms: number) => Promise<unknown>) | undefined;
  /** That of turns where it is missing. */
  readonly rate?: Rate;
  /** Gives out turns for all servers; by this process alone where it is missing. */
  readonly give?: GiveTurns & { readonly forget: (person: string) => void };
}): Throttle {
  const hold = deps.hold ?? wait;
  const { burst, oneTurnMs } = deps.rate ?? ofTurns;
  const give = deps.give ?? givenHere();
  const own = Math.ceil(burst / 3);
  const ownTurnMs = oneTurnMs * slower;
  /** How far ahead turns lie that are taken at once. */
  const atOnceMs = (burst - own) * oneTurnMs;
  const furthestMs = atOnceMs + longestHoldMs;
  const people = new Map<string, Known>();

  const isQuiet = ({ own: next, given, asking }: Known, now: number): boolean =>
    asking === undefined && next <= now && (given.count === 0 || given.first + given.count * oneTurnMs <= now);

  function forgetTheQuiet(now: number): void {
    for (const [person, known] of people) {
      // In the order of their last turns: whoever follows was here later.
      if (!isQuiet(known, now)) return;
      people.delete(person);
      give.forget(person);
    }
  }

  /** Whether this server gives the turn by itself. */
  function isOwn(known: Known, now: number): boolean {
    // A time that lies further ahead than anybody can get is from before the clock was set back.
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

  /** How long the next turn that was given out is held back; `undefined` where there is none. */
  async function taken(person: string, known: Known): Promise<number | undefined> {
    for (;;) {
      const now = deps.clock().getTime();
      const { first, count } = known.given;
      if (count > 0 && first <= now + furthestMs) {
        known.given = { first: first + oneTurnMs, count: count - 1 };
        return Math.max(0, first - now - atOnceMs);
      }
      // Turns that lie too far ahead are from before the clock was set back.
      if (known.noneUntil > now && known.noneUntil <= now + furthestMs) return undefined;
      known.asking ??= ask(person, known).finally(() => {
        known.asking = undefined;
      });
      // Others who waited for it may have taken all of them: then more are asked for, until there are none.
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

/** The operations by which parts of sealed files come and go. */
const ofFiles: ReadonlySet<string> = new Set(['report.filePart', 'case.filePart', 'case.openFilePart']);

/** Gives out the turns of a kind for all servers together. */
export type GiveFor = (kind: string) => GiveTurns & { readonly forget: (person: string) => void };

interface PacesDependencies extends Pick<Parameters<typeof createThrottle>[0], 'clock' | 'hold'> {
  readonly giveFor?: GiveFor | undefined;
}

/** The pace of what a page asks for: parts of files have one of their own, and take no turn of anything else. */
export function createPaces({ giveFor, ...deps }: PacesDependencies): {
  readonly turns: Throttle;
  readonly of: (key: string, operation: string) => Promise<Pace>;
} {
  const by = (kind: string) => (giveFor === undefined ? {} : { give: giveFor(kind) });
  const turns = createThrottle({ ...deps, ...by('turns') });
  const parts = createThrottle({ ...deps, ...by('parts'), rate: ofParts });
  return { turns, of: (key, operation) => (ofFiles.has(operation) ? parts : turns).pass(key) };
}
