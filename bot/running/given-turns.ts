import { createHmac, hkdfSync } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import type { SharedPaces } from '../../concerns/ports/store.ts';
import type { Clock } from '../../concerns/terms/calendar.ts';

/** `first` in milliseconds since 1970, each next one turn later. */
export interface Turns {
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

function nextTurns(until: number, { now, oneTurnMs, latest, furthest = latest, most }: Asked): Turns {
  // An instant that no one can get is from before a clock was set back.
  const from = until > furthest + oneTurnMs ? now : Math.max(until, now);
  const room = Math.floor((latest - from) / oneTurnMs);
  return { first: from + oneTurnMs, count: Math.max(0, Math.min(most, room)) };
}
const endOf = ({ first, count }: Turns, oneTurnMs: number): number => first + (count - 1) * oneTurnMs;

export function givenHere(): GiveTurns & { readonly forget: (person: string) => void } {
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
}): GiveTurns & { readonly forget: (person: string) => void } {
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
    const ended = new AbortController();
    const late = after(deps.patienceMs ?? patienceMs, undefined, { signal: ended.signal, ref: false }).catch(
      () => undefined,
    );
    const answer = ask(person, asked).catch(() => undefined);
    const turns = await Promise.race([answer, late]);
    ended.abort();
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
