import { createHmac, hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import {
  type WorkAmounts,
  OverBudgetError,
  type UrgentCase,
  type Work,
  type WorkBudget,
  type WorkKind,
  workKinds,
} from '../../core/ports/work-budget.ts';
import type { WorkCountStore } from '../../core/ports/store.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { Clock, MonotonicClock, RandomSource } from '../../core/model/calendar.ts';
import { fileLimits } from '../../core/model/file-limits.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import { withinDeadline } from '../../dialogs/answer-deadline.ts';

type WorkLimits = Readonly<Record<WorkKind, number>>;

/**
 * For one person. The Metropolitan Police's line gets about six reports a day from everyone, a report has five files at
 * most, a case takes twenty additions a day. It bounds the records that one script can add, and the bytes: those of
 * two reports with the largest files in an hour, of four in a day, however many claims they are for.
 */
export const workLimits: { readonly hour: WorkLimits; readonly day: WorkLimits } = {
  hour: { reports: 15, additions: 30, drafts: 30, files: 60, bytes: 2 * fileLimits.pendingBytes },
  day: { reports: 30, additions: 60, drafts: 60, files: 120, bytes: 4 * fileLimits.pendingBytes },
};

const mib = 1_024 * 1_024;

/** In this server's memory alone: five of each a day, and the bytes of five reports with files up to 10 MB. */
export const localLimits: WorkLimits = {
  reports: 5,
  additions: 5,
  drafts: 5,
  files: 5 * fileLimits.files,
  bytes: 300 * mib,
};

/**
 * Everyone's first two urgent cases of a day come before anyone's later ones. Held in memory, and in the store only for
 * someone who handed in more than anyone needs; never with a case.
 */
export interface AlertRanking {
  /** 0 is first in line or not known, larger is later. Never rejects. */
  readonly alertRank: (caseId: CaseId) => Promise<number>;
}

export interface WorkBudgets extends AlertRanking {
  /** A person, or a partner's access: the same key at every entry point. */
  readonly budgetFor: (person: string) => WorkBudget;
  /** Throws StoreError. */
  readonly removeExpired: () => Promise<void>;
}

interface Reservation {
  readonly result: Promise<'taken' | 'over' | 'kept'>;
  readonly usage: Usage;
  writes: number;
  outcome: 'nothing' | 'unknown' | 'added';
  ranked: boolean;
}

interface PersonUsage {
  totals: UsageTotals;
  /** The part of `totals` that no row has yet. */
  unwritten: readonly Usage[];
  urgent: readonly UrgentCase[];
  readonly reservations: Map<string, Reservation>;
  pendingWrite: Promise<unknown>;
  /** A write of their row may still arrive: another would count the same work twice. */
  isSettling: boolean;
}

/** Alerts of the evening are still in line then. */
const retentionMs = 12 * 3_600_000;
const dayMs = 24 * 3_600_000;
const utcDay = (now: Date): string => now.toISOString().slice(0, 10);
const addMs = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

const oldestDay = (now: Date): string => utcDay(addMs(now, -retentionMs));

const mayHaveWritten = (error: unknown): boolean => !(error instanceof StoreError) || error.code === 'unknown';

/**
 * Counts in memory, and beyond the ordinary in rows that all servers share; days are UTC. If the store is away, each
 * server goes by its own count: it refuses no one for that, and lets no more through.
 */
export function createWorkBudgets({
  clock,
  shared,
}: {
  readonly clock: Clock;
  readonly shared?: SharedUsage;
}): WorkBudgets {
  const days = new Map<string, Map<string, PersonUsage>>();

  function evictDays(now: Date): void {
    const [oldest, newest] = [oldestDay(now), utcDay(addMs(now, dayMs))];
    // A day ahead is from before the clock was set back.
    for (const day of days.keys()) if (day < oldest || day > newest) days.delete(day);
  }

  function currentUsage(person: string, now: Date): PersonUsage {
    evictDays(now);
    const day = utcDay(now);
    const people = days.get(day) ?? new Map<string, PersonUsage>();
    days.set(day, people);
    const known = people.get(person) ?? {
      totals: noUsage,
      unwritten: [],
      urgent: [],
      reservations: new Map(),
      pendingWrite: Promise.resolve(),
      isSettling: false,
    };
    people.set(person, known);
    return known;
  }

  function addToTotals(known: PersonUsage, done: Usage): void {
    known.totals = addUsage(known.totals, [done], done.hour);
  }

  /** `undefined` if the row cannot be written now: the next write includes the work. */
  async function reserveShared(
    person: string,
    known: PersonUsage,
    done: Usage,
    now: Date,
  ): Promise<'taken' | 'over' | undefined> {
    const ask = async () => {
      const { unwritten, urgent } = known;
      known.unwritten = [...unwritten, done];
      const asks = known.isSettling
        ? undefined
        : shared?.take(person, now, { amounts: done.amounts, unwritten, urgent });
      if (asks === undefined) return undefined;
      const without = (ended: readonly Usage[]) => known.unwritten.filter((one) => !ended.includes(one));
      const settleSharedWrite = async (): Promise<void> => {
        if ((await asks.settled) === 'taken') known.unwritten = without([...unwritten, done]);
        known.isSettling = false;
      };
      known.isSettling = true;
      void settleSharedWrite();
      const answer = await asks.beforeTimeout;
      if (answer === 'over') known.unwritten = without([done]);
      return answer;
    };
    const pendingAnswer = known.pendingWrite.then(ask);
    known.pendingWrite = pendingAnswer.catch(() => undefined);
    return await pendingAnswer;
  }

  async function reserveQuota(
    person: string,
    known: PersonUsage,
    work: Work,
    done: Usage,
    now: Date,
  ): Promise<'taken' | 'over' | 'kept'> {
    const after = addUsage(known.totals, [done], done.hour);
    if (!exceedsLimits(after.inDay, work.amounts, localLimits)) {
      addToTotals(known, done);
      known.unwritten = [...known.unwritten, done];
      return 'taken';
    }
    if (await work.isSaved?.()) return 'kept';
    if (isOverBudget(addUsage(known.totals, [done], done.hour), work.amounts)) return 'over';
    addToTotals(known, done);
    const answer = (await reserveShared(person, known, done, now)) ?? 'taken';
    if (answer === 'over') addToTotals(known, refund(done));
    return answer;
  }

  function addUrgentCase(known: PersonUsage, urgent: UrgentCase | undefined): boolean {
    if (urgent === undefined || known.urgent.some(({ caseId }) => caseId === urgent.caseId)) return false;
    known.urgent = [...known.urgent, urgent];
    return true;
  }
  function removeUrgentCase(known: PersonUsage, { ranked }: Reservation, { urgentCase }: Work): void {
    if (ranked) known.urgent = known.urgent.filter(({ caseId }) => caseId !== urgentCase?.caseId);
  }

  function createReservation(person: string, known: PersonUsage, work: Work, now: Date): Reservation {
    const usage: Usage = { hour: epochHour(now), amounts: work.amounts };
    const ranked = addUrgentCase(known, work.urgentCase);
    const open: Reservation = {
      result: reserveQuota(person, known, work, usage, now),
      usage,
      writes: 0,
      outcome: 'nothing',
      ranked,
    };
    known.reservations.set(work.id, open);
    return open;
  }

  /** Shared by all who send the same work at once. `undefined` if it is saved already. Throws OverBudgetError. */
  async function reserve(person: string, known: PersonUsage, work: Work, now: Date): Promise<Reservation | undefined> {
    const open = known.reservations.get(work.id) ?? createReservation(person, known, work, now);
    open.writes += 1;
    try {
      const taken = await open.result;
      if (taken === 'taken') return open;
      removeReservation(known, work, open);
      if (taken === 'kept') return undefined;
    } catch (error) {
      removeReservation(known, work, open);
      throw error;
    }
    throw new OverBudgetError();
  }

  function removeReservation(known: PersonUsage, work: Work, open: Reservation): void {
    if (known.reservations.get(work.id) !== open) return;
    known.reservations.delete(work.id);
    removeUrgentCase(known, open, work);
  }

  function settleReservation(
    known: PersonUsage,
    work: Work,
    open: Reservation,
    outcome: 'stood' | Reservation['outcome'],
  ): void {
    open.writes -= 1;
    // Work in doubt that is found was saved by the doubtful write.
    if (outcome === 'added' || (outcome === 'stood' && open.outcome === 'unknown')) open.outcome = 'added';
    if (outcome === 'unknown' && open.outcome === 'nothing') open.outcome = 'unknown';
    if (open.writes > 0 || open.outcome === 'unknown') return;
    known.reservations.delete(work.id);
    if (open.outcome === 'added') return;
    const back = refund(open.usage);
    addToTotals(known, back);
    known.unwritten = [...known.unwritten, back];
    removeUrgentCase(known, open, work);
  }

  return {
    budgetFor: (person) => ({
      async spend(work, write, added) {
        const now = clock();
        const known = currentUsage(person, now);
        const open = await reserve(person, known, work, now);
        if (open === undefined) return await write();
        try {
          const outcome = await write();
          settleReservation(known, work, open, added(outcome) ? 'added' : 'stood');
          return outcome;
        } catch (error) {
          settleReservation(known, work, open, mayHaveWritten(error) ? 'unknown' : 'nothing');
          throw error;
        }
      },
    }),

    async alertRank(caseId) {
      const sharedRank = await shared?.alertRank(caseId, clock());
      if (sharedRank !== undefined) return sharedRank;
      const ranks = [...days.values()].flatMap((people) =>
        [...people.values()].flatMap(
          ({ urgent }) =>
            urgentRank(
              urgent.map(({ caseId: key, handledBy }) => ({ key, handledBy })),
              caseId,
            ) ?? [],
        ),
      );
      return ranks.length === 0 ? 0 : Math.min(...ranks);
    },

    async removeExpired() {
      evictDays(clock());
      await shared?.removeBefore(oldestDay(clock()));
    },
  };
}

/** `hour` in hours since 1970. Refunds are negative. */
interface Usage {
  readonly hour: number;
  readonly amounts: WorkAmounts;
}

const refund = ({ hour, amounts }: Usage): Usage => ({
  hour,
  amounts: Object.fromEntries(Object.entries(amounts).map(([kind, amount]) => [kind, -amount])),
});

interface UsageTotals {
  readonly hour: number;
  readonly inHour: WorkAmounts;
  readonly inDay: WorkAmounts;
}
const noUsage: UsageTotals = { hour: 0, inHour: {}, inDay: {} };

const hourMs = 3_600_000;
const epochHour = (now: Date): number => Math.floor(now.getTime() / hourMs);

const addAmounts = (one: WorkAmounts, other: WorkAmounts): WorkAmounts =>
  Object.fromEntries(workKinds.map((kind) => [kind, Math.max(0, (one[kind] ?? 0) + (other[kind] ?? 0))]));

function addUsage(counted: UsageTotals, done: readonly Usage[], hour: number): UsageTotals {
  // Another server's clock may be in the next hour already. Any other hour is over, or a wrong clock's.
  const isThis = counted.hour === hour || counted.hour === hour + 1;
  let [inHour, { inDay }] = [isThis ? counted.inHour : {}, counted];
  for (const { hour: its, amounts } of done) {
    if (its >= hour) inHour = addAmounts(inHour, amounts);
    inDay = addAmounts(inDay, amounts);
  }
  return { hour: isThis ? counted.hour : hour, inHour, inDay };
}

const exceedsLimits = (counted: WorkAmounts, amounts: WorkAmounts, limits: WorkLimits): boolean =>
  workKinds.some((kind) => (amounts[kind] ?? 0) > 0 && (counted[kind] ?? 0) > limits[kind]);

const isOverBudget = ({ inHour, inDay }: UsageTotals, amounts: WorkAmounts): boolean =>
  exceedsLimits(inHour, amounts, workLimits.hour) || exceedsLimits(inDay, amounts, workLimits.day);

/** 0 for the first two of a person's day with the same handlers. */
function urgentRank<Key>(
  urgent: readonly { readonly key: Key; readonly handledBy: HandledBy }[],
  key: Key,
): number | undefined {
  const entry = urgent.find((one) => one.key === key);
  if (entry === undefined) return undefined;
  const place = urgent.filter(({ handledBy }) => handledBy === entry.handledBy).indexOf(entry);
  return Math.max(0, place - 1);
}

interface WorkRequest {
  readonly amounts: WorkAmounts;
  readonly unwritten: readonly Usage[];
  readonly urgent: readonly UrgentCase[];
}

/** `undefined` if the store fails or is in back-off. Neither rejects. */
interface PendingAnswer<Answer> {
  readonly beforeTimeout: Promise<Answer | undefined>;
  readonly settled: Promise<Answer | undefined>;
}

interface SharedUsage {
  take(person: string, now: Date, request: WorkRequest): PendingAnswer<'taken' | 'over'>;
  /** Never rejects. */
  alertRank(caseId: CaseId, now: Date): Promise<number | undefined>;
  /** Throws StoreError. */
  removeBefore(day: string): Promise<void>;
}

/** An answer has eight seconds in all. */
const defaultTimeoutMs = 1_000;
const backoffMs = 5_000;
/** After so many lost races this server's memory decides. */
const maxTries = 4;
/** An alert waits a minute for its place at most. */
const cacheMs = 5_000;

const amountsSchema = z.object(Object.fromEntries(workKinds.map((kind) => [kind, z.number().min(0).catch(0)])));
const rowSchema = z.object({
  hour: z.int(),
  inHour: amountsSchema,
  inDay: amountsSchema,
  /** In order, by digest. */
  urgent: z.array(z.object({ key: z.string(), handledBy: z.enum(['acu', 'reserve']) })),
});
type Row = z.infer<typeof rowSchema>;

/** A row that cannot be read counts as none, or it would refuse someone. */
function parseRow(record: string | undefined): Row | undefined {
  try {
    return rowSchema.safeParse(JSON.parse(record ?? '')).data;
  } catch {
    return undefined;
  }
}

/** No one can try names without the server's secret and the day's salt. */
function createNameDigester(
  secret: string,
  day: string,
  salt: string,
): (what: 'person' | 'case', name: string) => string {
  const key = Buffer.from(hkdfSync('sha256', secret, salt, `candour/1/work ${day}`, 32));
  return (what, name) => createHmac('sha256', key).update(`${what} ${name}`).digest('base64url').slice(0, 22);
}

/** For people who handed in more than the ordinary, until their day is over. */
export function createSharedUsage(deps: {
  readonly counts: WorkCountStore;
  readonly secret: string;
  readonly random: RandomSource;
  readonly monotonic: MonotonicClock;
  readonly patienceMs?: number;
}): SharedUsage {
  const { counts, secret, random, monotonic } = deps;
  let backoffUntil = Number.NEGATIVE_INFINITY;
  let cachedRanks:
    | { readonly at: number; readonly day: string; readonly ranks: Promise<Ranks | undefined> }
    | undefined;

  const unanswered = Promise.resolve(undefined);

  function withBackoff<Answer>(ask: () => Promise<Answer | undefined>): PendingAnswer<Answer> {
    if (monotonic() < backoffUntil) return { beforeTimeout: unanswered, settled: unanswered };
    const settled = ask().catch(() => undefined);
    return { beforeTimeout: answerInTime(settled), settled };
  }

  async function answerInTime<Answer>(settled: Promise<Answer | undefined>): Promise<Answer | undefined> {
    const answer = await withinDeadline(
      deps.patienceMs ?? defaultTimeoutMs,
      () => settled,
      () => undefined,
    );
    if (answer === undefined) backoffUntil = monotonic() + backoffMs;
    return answer;
  }

  async function dayDigest(day: string) {
    return createNameDigester(secret, day, await counts.salt(day, Buffer.from(random(32)).toString('base64url')));
  }

  async function addUsageToRow(person: string, now: Date, request: WorkRequest): Promise<'taken' | 'over' | undefined> {
    const [day, hour] = [utcDay(now), epochHour(now)];
    const digest = await dayDigest(day);
    const name = digest('person', person);
    for (let tries = 0; tries < maxTries; tries += 1) {
      const current = await counts.read(name);
      const row = parseRow(current?.value);
      const total = addUsage(row ?? noUsage, [...request.unwritten, { hour, amounts: request.amounts }], hour);
      if (isOverBudget(total, request.amounts)) return 'over';
      const before = row?.urgent ?? [];
      const more = request.urgent
        .map(({ caseId, handledBy }) => ({ key: digest('case', caseId), handledBy }))
        .filter(({ key }) => !before.some((one) => one.key === key));
      const urgent = [...before, ...more];
      if (await counts.write({ name, day, record: JSON.stringify({ ...total, urgent }) }, current?.version))
        return 'taken';
    }
    return undefined;
  }

  type Ranks = readonly {
    readonly digest: Awaited<ReturnType<typeof dayDigest>>;
    readonly of: ReadonlyMap<string, number>;
  }[];

  const readRanks = (now: Date): Promise<Ranks | undefined> =>
    withBackoff(async () => {
      const ranks = [];
      for (const day of [utcDay(now), utcDay(addMs(now, -dayMs))]) {
        const rows = (await counts.listRecords(day)).flatMap((record) => parseRow(record) ?? []);
        if (rows.length === 0) continue;
        const of = rows.flatMap(({ urgent }) => urgent.map(({ key }) => [key, urgentRank(urgent, key) ?? 0] as const));
        ranks.push({ digest: await dayDigest(day), of: new Map(of) });
      }
      return ranks;
    }).beforeTimeout;

  return {
    take: (person, now, request) => withBackoff(() => addUsageToRow(person, now, request)),

    async alertRank(caseId, now) {
      const day = utcDay(now);
      if (cachedRanks === undefined || cachedRanks.day !== day || Math.abs(monotonic() - cachedRanks.at) >= cacheMs)
        cachedRanks = { at: monotonic(), day, ranks: readRanks(now) };
      const found = ((await cachedRanks.ranks) ?? []).flatMap(({ digest, of }) => of.get(digest('case', caseId)) ?? []);
      return found.length === 0 ? undefined : Math.min(...found);
    },

    removeBefore: (day) => counts.removeBefore(day),
  };
}
