import { createHmac, hkdfSync } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { RateLimitStore } from '../../core/ports/store.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { withinDeadline } from '../../dialogs/answer-deadline.ts';

interface TokenRate {
  readonly burst: number;
  readonly refillMs: number;
}

/** A whole report twice at once; no one fills cards faster. */
const requestRate: TokenRate = { burst: 30, refillMs: 500 };
/** The 192 parts of the largest report, or 240 small ones, with some repeated; and again ten minutes later. */
const filePartRate: TokenRate = { burst: 300, refillMs: 2_000 };
/** Opening fills no store: six of the largest recordings at once, and another a minute later. */
const openedPartRate: TokenRate = { burst: 600, refillMs: 500 };
/** Even if the answer then takes all its time, Teams still waits. */
const maxDelayMs = 1_500;

export type RateLimitResult = 'go' | 'tooOften';

/**
 * By person and never by address, since a training room shares one. It remembers a person only while they hurry. A step
 * that would wait too long gets `tooOften`; its card comes again with everything on it, so that a report is delayed and
 * never refused. Each server alone gives a third of the burst, and refills it as slowly as people fill in cards: no row
 * is written for someone in no hurry. Together servers give the rest, a third at a time.
 */
export interface KeyedRateLimiter {
  acquire(person: string): Promise<RateLimitResult>;
  readonly keyCount: () => number;
}

/** One token in five seconds; the shared rate gives one in half a second. */
const localRefillFactor = 10;

interface KeyState {
  localUntil: number;
  tokens: TokenGrant;
  pending: Promise<void> | undefined;
  emptyUntil: number;
}
const noTokens: TokenGrant = { first: 0, count: 0 };

export function createKeyedRateLimiter(deps: {
  readonly clock: Clock;
  readonly hold?: ((ms: number) => Promise<unknown>) | undefined;
  readonly rate?: TokenRate;
  /** Shared by all servers; this process alone if missing. */
  readonly give?: TokenSource;
}): KeyedRateLimiter {
  const delay = deps.hold ?? wait;
  const { burst, refillMs } = deps.rate ?? requestRate;
  const acquireTokens = deps.give ?? createLocalTokenSource();
  const localBurst = Math.ceil(burst / 3);
  const localRefillMs = refillMs * localRefillFactor;
  const sharedBurstMs = (burst - localBurst) * refillMs;
  const maxAheadMs = sharedBurstMs + maxDelayMs;
  const people = new Map<string, KeyState>();

  const isIdle = ({ localUntil: next, tokens, pending }: KeyState, now: number): boolean =>
    pending === undefined && next <= now && (tokens.count === 0 || tokens.first + tokens.count * refillMs <= now);

  function evictIdle(now: number): void {
    for (const [person, known] of people) {
      // In the order of last use: everyone after this one is more recent.
      if (!isIdle(known, now)) return;
      people.delete(person);
      acquireTokens.forget(person);
    }
  }

  function takeLocalToken(known: KeyState, now: number): boolean {
    // A time that no one can get is from before the clock was set back.
    const from = known.localUntil > now + localBurst * localRefillMs ? now : Math.max(known.localUntil, now);
    if (from + localRefillMs > now + localBurst * localRefillMs) return false;
    known.localUntil = from + localRefillMs;
    return true;
  }

  async function requestTokens(person: string, known: KeyState): Promise<void> {
    const now = deps.clock().getTime();
    known.tokens = await acquireTokens(person, { now, refillMs, latest: now + maxAheadMs, max: localBurst });
    if (known.tokens.count === 0) known.emptyUntil = Math.min(known.tokens.first - maxAheadMs, now + maxAheadMs);
  }

  async function takeSharedToken(person: string, known: KeyState): Promise<number | undefined> {
    for (;;) {
      const now = deps.clock().getTime();
      const { first, count } = known.tokens;
      if (count > 0 && first <= now + maxAheadMs) {
        known.tokens = { first: first + refillMs, count: count - 1 };
        return Math.max(0, first - now - sharedBurstMs);
      }
      // Tokens too far ahead are from before the clock was set back.
      if (known.emptyUntil > now && known.emptyUntil <= now + maxAheadMs) return undefined;
      known.pending ??= requestTokens(person, known).finally(() => {
        known.pending = undefined;
      });
      await known.pending;
    }
  }

  return {
    async acquire(person) {
      const now = deps.clock().getTime();
      evictIdle(now);
      const known = people.get(person) ?? { localUntil: 0, tokens: noTokens, pending: undefined, emptyUntil: 0 };
      people.delete(person);
      people.set(person, known);
      if (takeLocalToken(known, now)) return 'go';
      const delayMs = await takeSharedToken(person, known);
      if (delayMs === undefined) return 'tooOften';
      if (delayMs > 0) await delay(delayMs);
      return 'go';
    },
    keyCount: () => people.size,
  };
}

const filePartOperations: ReadonlySet<string> = new Set(['report.filePart', 'case.filePart']);

export type CreateTokenSource = (kind: string) => TokenSource;

interface RateLimitersDependencies extends Pick<Parameters<typeof createKeyedRateLimiter>[0], 'clock' | 'hold'> {
  readonly createTokenSource?: CreateTokenSource | undefined;
}

/** Parts of files take no token from other steps. */
export function createRateLimiters({ createTokenSource, ...deps }: RateLimitersDependencies): {
  readonly turns: KeyedRateLimiter;
  readonly acquire: (key: string, operation: string) => Promise<RateLimitResult>;
} {
  const tokenSource = (kind: string) => (createTokenSource === undefined ? {} : { give: createTokenSource(kind) });
  const requests = createKeyedRateLimiter({ ...deps, ...tokenSource('turns') });
  const openedParts = createKeyedRateLimiter({ ...deps, ...tokenSource('opened'), rate: openedPartRate });
  const fileParts = createKeyedRateLimiter({ ...deps, ...tokenSource('parts'), rate: filePartRate });
  return {
    turns: requests,
    acquire(key, operation) {
      if (operation === 'case.openFilePart') return openedParts.acquire(key);
      return (filePartOperations.has(operation) ? fileParts : requests).acquire(key);
    },
  };
}

/** `first` in milliseconds since 1970, each next one interval later. */
interface TokenGrant {
  readonly first: number;
  readonly count: number;
}

interface TokenRequest {
  readonly now: number;
  readonly refillMs: number;
  readonly latest: number;
  /** The latest that anyone may ask of this bucket; `latest` if missing. */
  readonly horizon?: number;
  readonly max: number;
}

/** Gives each token once across servers. Never rejects. */
export type AcquireTokens = (person: string, asked: TokenRequest) => Promise<TokenGrant>;
type TokenSource = AcquireTokens & { readonly forget: (person: string) => void };

function grantTokens(until: number, { now, refillMs, latest, horizon = latest, max }: TokenRequest): TokenGrant {
  // A time that no one can get is from before a clock was set back.
  const from = until > horizon + refillMs ? now : Math.max(until, now);
  const room = Math.floor((latest - from) / refillMs);
  return { first: from + refillMs, count: Math.max(0, Math.min(max, room)) };
}
const lastTokenTime = ({ first, count }: TokenGrant, oneTurnMs: number): number => first + (count - 1) * oneTurnMs;

function createLocalTokenSource(): TokenSource {
  const usedUntil = new Map<string, number>();
  const acquire = async (person: string, asked: TokenRequest): Promise<TokenGrant> => {
    const turns = grantTokens(usedUntil.get(person) ?? 0, asked);
    if (turns.count > 0) usedUntil.set(person, lastTokenTime(turns, asked.refillMs));
    return turns;
  };
  return Object.assign(acquire, { forget: (person: string) => void usedUntil.delete(person) });
}

/** An answer has eight seconds in all. */
const defaultTimeoutMs = 1_000;
/** In a flood each step would ask the store. */
const backoffMs = 5_000;
/** After so many lost races this server's memory decides. */
const maxTries = 4;
const hourMs = 3_600_000;

export interface DailyBucket {
  readonly name: string;
  /** In milliseconds: the row counts from here. */
  readonly originMs: number;
}

/**
 * Names people by a digest under a key of the day: no row leads to a person or to another day, or says when someone was
 * there.
 */
export function createDailyBucketFactory(secret: string, kind: string): (person: string, now: number) => DailyBucket {
  return (person, now) => {
    const day = new Date(now).toISOString().slice(0, 10);
    const key = Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), `candour/1/pace ${day}`, 32));
    const digest = createHmac('sha256', key).update(`${kind} ${person}`).digest();
    return { name: digest.subarray(0, 17).toString('base64url').slice(0, 22), originMs: digest.readUIntBE(20, 6) };
  };
}

/** If the store is away, slow or busy, this process's memory decides: that lifts no limit, and locks no one out. */
export function createSharedTokenSource(deps: {
  readonly paces: RateLimitStore;
  readonly rowOf: (person: string, now: number) => DailyBucket;
  readonly monotonic: () => number;
  readonly patienceMs?: number;
}): TokenSource {
  const { paces, rowOf: bucketFor, monotonic } = deps;
  const local = createLocalTokenSource();
  let backoffUntil = Number.NEGATIVE_INFINITY;

  async function acquireShared(person: string, request: TokenRequest): Promise<TokenGrant | undefined> {
    const { name, originMs } = bucketFor(person, request.now);
    for (let tries = 0; tries < maxTries; tries += 1) {
      const current = await paces.read(name);
      const turns = grantTokens(current ? current.value.until + originMs : 0, request);
      if (turns.count === 0) return turns;
      const until = lastTokenTime(turns, request.refillMs);
      const given = { name, until: until - originMs, hour: Math.ceil(until / hourMs) * hourMs };
      if (await paces.write(given, current?.version)) return turns;
    }
    return undefined;
  }

  async function acquireWithTimeout(person: string, request: TokenRequest): Promise<TokenGrant | undefined> {
    const turns = await withinDeadline(
      deps.patienceMs ?? defaultTimeoutMs,
      () => acquireShared(person, request),
      () => undefined,
    );
    if (turns === undefined) backoffUntil = monotonic() + backoffMs;
    return turns;
  }

  const acquire = async (person: string, request: TokenRequest): Promise<TokenGrant> =>
    (monotonic() >= backoffUntil ? await acquireWithTimeout(person, request) : undefined) ??
    (await local(person, request));
  return Object.assign(acquire, { forget: local.forget });
}

/** Servers' clocks may differ by more than a flood lasts. */
export const storeClock =
  (storeTime: () => Date | undefined, clock: Clock): Clock =>
  () =>
    storeTime() ?? clock();
