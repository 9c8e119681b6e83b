import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../concerns/terms/clock.ts';

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
 * Slows down who floods, by person and never by address: a training room shares one. Nothing of it is stored, and it
 * knows a person only while they are in a hurry. It says `tooOften` where a turn would be held back for too long; a
 * card is then shown again with everything on it, so that no report is refused for it, only delayed.
 */
export interface Throttle {
  /** Settles when the person's turn may go on. */
  pass(person: string): Promise<Pace>;
  /** How many people are known at the moment. */
  readonly known: () => number;
}

export function createThrottle(deps: {
  readonly clock: Clock;
  /** Waits for milliseconds; a test passes its own. */
  readonly hold?: ((ms: number) => Promise<unknown>) | undefined;
  /** That of turns where it is missing. */
  readonly rate?: Rate;
}): Throttle {
  const hold = deps.hold ?? wait;
  const { burst, oneTurnMs } = deps.rate ?? ofTurns;
  /** When each person's next free turn falls, were they to take one after the other. In milliseconds since 1970. */
  const nextFree = new Map<string, number>();

  function forgetTheQuiet(now: number): void {
    for (const [person, time] of nextFree) {
      // In the order of their last turns: whoever follows was here later.
      if (time > now) return;
      nextFree.delete(person);
    }
  }

  return {
    async pass(person) {
      const now = deps.clock().getTime();
      forgetTheQuiet(now);
      const known = nextFree.get(person) ?? 0;
      // A time that lies further ahead than anybody can get is from before the clock was set back.
      const from = known > now + burst * oneTurnMs + longestHoldMs ? now : Math.max(known, now);
      const time = from + oneTurnMs;
      const heldBackMs = time - now - burst * oneTurnMs;
      if (heldBackMs > longestHoldMs) return 'tooOften';
      nextFree.delete(person);
      nextFree.set(person, time);
      if (heldBackMs > 0) await hold(heldBackMs);
      return 'go';
    },
    known: () => nextFree.size,
  };
}

/** The operations by which parts of sealed files come and go. */
const ofFiles: ReadonlySet<string> = new Set(['report.filePart', 'case.filePart', 'case.openFilePart']);

/** The pace of what a page asks for: parts of files have one of their own, and take no turn of anything else. */
export function createPaces(deps: Parameters<typeof createThrottle>[0]): {
  readonly turns: Throttle;
  readonly of: (key: string, operation: string) => Promise<Pace>;
} {
  const turns = createThrottle(deps);
  const parts = createThrottle({ ...deps, rate: ofParts });
  return { turns, of: (key, operation) => (ofFiles.has(operation) ? parts : turns).pass(key) };
}
