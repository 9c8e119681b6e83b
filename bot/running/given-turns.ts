import { createHmac, hkdfSync } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import type { SharedPaces } from '../../concerns/ports/shared-paces.ts';
import type { Clock } from '../../concerns/terms/clock.ts';

/** Turns that somebody was given: the first of them falls here, in milliseconds since 1970, each next one turn later. */
export interface Turns {
  readonly first: number;
  readonly count: number;
}

/** A request: as many turns as there are, no further ahead than an instant. */
interface Asked {
  readonly now: number;
  readonly oneTurnMs: number;
  /** The latest that the last of them may fall. */
  readonly latest: number;
  /** The latest that anybody may ask for of the same turns; `latest` if missing. */
  readonly furthest?: number;
  readonly most: number;
}

/** Gives out turns to somebody, each once, by however many servers. None where the next one falls too late. Never rejects. */
export type GiveTurns = (person: string, asked: Asked) => Promise<Turns>;

/** Which turns come next after those given out until an instant. */
function nextTurns(until: number, { now, oneTurnMs, latest, furthest = latest, most }: Asked): Turns {
  // What lies further ahead than anybody can get is from before a clock was set back.
  const from = until > furthest + oneTurnMs ? now : Math.max(until, now);
  const room = Math.floor((latest - from) / oneTurnMs);
  return { first: from + oneTurnMs, count: Math.max(0, Math.min(most, room)) };
}
const endOf = ({ first, count }: Turns, oneTurnMs: number): number => first + (count - 1) * oneTurnMs;

/** Gives out turns by what this process knows. */
export function givenHere(): GiveTurns & { readonly forget: (person: string) => void } {
  const given = new Map<string, number>();
  const give = async (person: string, asked: Asked): Promise<Turns> => {
    const turns = nextTurns(given.get(person) ?? 0, asked);
    if (turns.count > 0) given.set(person, endOf(turns, asked.oneTurnMs));
    return turns;
  };
  return Object.assign(give, { forget: (person: string) => void given.delete(person) });
}

/** The longest that anybody waits for the store, in milliseconds: a turn has eight seconds in all. */
const patienceMs = 1_000;
/** How long the store is left alone after it failed, in milliseconds: each flood would ask it again with each turn. */
const restMs = 5_000;
/** Whoever loses to other servers this often goes by what this one knows. */
const mostTries = 4;
const hourMs = 3_600_000;

/** Where somebody's turns stand in the store on one day. */
export interface DayRow {
  readonly name: string;
  /** The beginning that their instants are counted from, in milliseconds. */
  readonly beginning: number;
}

/**
 * Rows under which people stand in the store: digests by a key of the day, so that no row leads to a person or to a day
 * before, nor says by itself when somebody was there.
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
 * Gives out turns by what stands in the store. Where that is away, slow or busy it goes by what this process knows: a
 * store that is down opens no gate, and keeps nobody out who would be served by one server alone.
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

/** The clock that all servers of a store share, where it tells one: theirs may be apart by more than a flood lasts. */
export const sharedClock =
  (storeTime: () => Date | undefined, clock: Clock): Clock =>
  () =>
    storeTime() ?? clock();
