import { createHmac, hkdfSync } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { SharedPaces } from '../../core/ports/store.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { withinDeadline } from '../../dialogs/answer-deadline.ts';

interface Rate {
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

/** One in five seconds; the pace is one in half a second. */
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
  readonly give?: TurnGiver;
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

export type GiveFor = (kind: string) => TurnGiver;

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

/** `first` in milliseconds since 1970, each next one turn later. */
interface Turns {
  readonly first: number;
  readonly count: number;
}

interface Asked {
  readonly now: number;
  readonly oneTurnMs: number;
  /** The latest that the last of them may fall. */
  readonly latest: number;
  /** The latest that anyone may ask for of the same turns; `latest` if missing. */
  readonly furthest?: number;
  readonly most: number;
}

/** Gives each turn once, by however many servers; none if the next one falls too late. Never rejects. */
export type GiveTurns = (person: string, asked: Asked) => Promise<Turns>;
type TurnGiver = GiveTurns & { readonly forget: (person: string) => void };

function nextTurns(until: number, { now, oneTurnMs, latest, furthest = latest, most }: Asked): Turns {
  // An instant that no one can get is from before a clock was set back.
  const from = until > furthest + oneTurnMs ? now : Math.max(until, now);
  const room = Math.floor((latest - from) / oneTurnMs);
  return { first: from + oneTurnMs, count: Math.max(0, Math.min(most, room)) };
}
const endOf = ({ first, count }: Turns, oneTurnMs: number): number => first + (count - 1) * oneTurnMs;

function givenHere(): TurnGiver {
  const given = new Map<string, number>();
  const give = async (person: string, asked: Asked): Promise<Turns> => {
    const turns = nextTurns(given.get(person) ?? 0, asked);
    if (turns.count > 0) given.set(person, endOf(turns, asked.oneTurnMs));
    return turns;
  };
  return Object.assign(give, { forget: (person: string) => void given.delete(person) });
}

/** A turn has eight seconds in all. */
const patienceMs = 1_000;
/** A flood would ask the store with each turn. */
const restMs = 5_000;
/** Someone who loses to other servers this often goes by this server's memory. */
const mostTries = 4;
const hourMs = 3_600_000;

export interface DayRow {
  readonly name: string;
  /** In milliseconds: the row counts its instants from here. */
  readonly beginning: number;
}

/**
 * Names people by a digest under a key of the day, so that no row leads to a person or to a day before, nor says when
 * someone was there.
 */
export function dayRows(secret: string, kind: string): (person: string, now: number) => DayRow {
  return (person, now) => {
    const day = new Date(now).toISOString().slice(0, 10);
    const key = Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), `candour/1/pace ${day}`, 32));
    const digest = createHmac('sha256', key).update(`${kind} ${person}`).digest();
    return { name: digest.subarray(0, 17).toString('base64url').slice(0, 22), beginning: digest.readUIntBE(20, 6) };
  };
}

/**
 * Goes by this process's memory if the store is away, slow or busy: a store that is down opens no gate, and keeps no
 * one out.
 */
export function givenByAll(deps: {
  readonly paces: SharedPaces;
  readonly rowOf: (person: string, now: number) => DayRow;
  readonly monotonic: () => number;
  readonly patienceMs?: number;
}): TurnGiver {
  const { paces, rowOf, monotonic } = deps;
  const here = givenHere();
  let restsUntil = Number.NEGATIVE_INFINITY;

  async function ask(person: string, asked: Asked): Promise<Turns | undefined> {
    const { name, beginning } = rowOf(person, asked.now);
    for (let tries = 0; tries < mostTries; tries += 1) {
      const standing = await paces.read(name);
      const turns = nextTurns(standing ? standing.value.until + beginning : 0, asked);
      if (turns.count === 0) return turns;
      const until = endOf(turns, asked.oneTurnMs);
      const given = { name, until: until - beginning, hour: Math.ceil(until / hourMs) * hourMs };
      if (await paces.write(given, standing?.version)) return turns;
    }
    return undefined;
  }

  async function inTime(person: string, asked: Asked): Promise<Turns | undefined> {
    const turns = await withinDeadline(
      deps.patienceMs ?? patienceMs,
      () => ask(person, asked),
      () => undefined,
    );
    if (turns === undefined) restsUntil = monotonic() + restMs;
    return turns;
  }

  const give = async (person: string, asked: Asked): Promise<Turns> =>
    (monotonic() >= restsUntil ? await inTime(person, asked) : undefined) ?? (await here(person, asked));
  return Object.assign(give, { forget: here.forget });
}

/** The store's clock, if it tells one: servers' may be apart by more than a flood lasts. */
export const sharedClock =
  (storeTime: () => Date | undefined, clock: Clock): Clock =>
  () =>
    storeTime() ?? clock();
