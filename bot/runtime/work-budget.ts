import { createHmac, hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import {
  type Amounts,
  OverBudgetError,
  type UrgentCase,
  type Work,
  type WorkBudget,
  type WorkKind,
  workKinds,
} from '../../core/ports/work-budget.ts';
import type { WorkCounts } from '../../core/ports/store.ts';
import type { CaseId } from '../../core/model/codes.ts';
import type { Clock, Monotonic, Random } from '../../core/model/calendar.ts';
import { fileLimits } from '../../core/model/files.ts';
import type { HandledBy } from '../../core/model/urgency.ts';
import { withinDeadline } from '../../dialogs/answer-deadline.ts';

type Limits = Readonly<Record<WorkKind, number>>;

/**
 * The most that one person may hand in. The Metropolitan Police's line takes about six reports a day from everyone, a
 * report has five files at most, and a case takes twenty additions a day. The limits bound what one account with a
 * script can add to the store.
 */
export const workLimits: { readonly hour: Limits; readonly day: Limits } = {
  hour: { reports: 15, additions: 30, drafts: 30, files: 60, bytes: 5 * fileLimits.pendingBytes },
  day: { reports: 30, additions: 60, drafts: 60, files: 120, bytes: 10 * fileLimits.pendingBytes },
};

/** Counted in this server's memory alone: five of each a day, with all the files of five reports. */
export const countedInMemory: Limits = {
  reports: 5,
  additions: 5,
  drafts: 5,
  files: 5 * fileLimits.files,
  bytes: 5 * fileLimits.pendingBytes,
};

/**
 * Keeps one person from crowding out others: their first two urgent cases of a day come before anyone's later ones.
 * Kept in memory, and in the store only for someone who handed in more than anyone needs; never with a case.
 */
export interface AlertOrder {
  /** The place of a case's alert: 0 is first in line or not known, larger is later. Never rejects. */
  readonly rankOf: (caseId: CaseId) => Promise<number>;
}

/** The budgets of all who hand something in, and the order of their urgent cases. */
export interface WorkBudgets extends AlertOrder {
  /** A person, or a partner's access: the same key by every door. */
  readonly of: (person: string) => WorkBudget;
  /** Throws StoreError. */
  readonly forgetOld: () => Promise<void>;
}

/** Work whose room is taken and whose write is under way, or in doubt. */
interface Open {
  readonly taken: Promise<'taken' | 'over' | 'kept'>;
  readonly done: WorkDone;
  writes: number;
  outcome: 'nothing' | 'unknown' | 'added';
  ranked: boolean;
}

interface Known {
  counted: CountedWork;
  /** Of `counted`, what no row has yet. */
  unwritten: readonly WorkDone[];
  urgent: readonly UrgentCase[];
  readonly open: Map<string, Open>;
  row: Promise<unknown>;
  /** A write of their row may still arrive: another would count the same work once more. */
  isSettling: boolean;
}

/** Alerts of the evening are still in line then. */
const rememberedMs = 12 * 3_600_000;
const dayMs = 24 * 3_600_000;
const dayOf = (now: Date): string => now.toISOString().slice(0, 10);
const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

const oldestDay = (now: Date): string => dayOf(later(now, -rememberedMs));

const leftDoubt = (error: unknown): boolean => !(error instanceof StoreError) || error.code === 'unknown';

/**
 * Counts in memory, and beyond the ordinary in rows that all servers share; days are those of UTC. While the store is
 * away each server goes by its own count: no one is refused for it, and no one server lets more through.
 */
export function createWorkBudgets({
  clock,
  shared,
}: {
  readonly clock: Clock;
  readonly shared?: SharedWork;
}): WorkBudgets {
  const days = new Map<string, Map<string, Known>>();

  function forgetDays(now: Date): void {
    const [oldest, newest] = [oldestDay(now), dayOf(later(now, dayMs))];
    // A day that lies ahead is from before the clock was set back.
    for (const day of days.keys()) if (day < oldest || day > newest) days.delete(day);
  }

  function knownNow(person: string, now: Date): Known {
    forgetDays(now);
    const day = dayOf(now);
    const people = days.get(day) ?? new Map<string, Known>();
    days.set(day, people);
    const known = people.get(person) ?? {
      counted: noWork,
      unwritten: [],
      urgent: [],
      open: new Map(),
      row: Promise.resolve(),
      isSettling: false,
    };
    people.set(person, known);
    return known;
  }

  function count(known: Known, done: WorkDone): void {
    known.counted = withWork(known.counted, [done], done.hour);
  }

  /** `undefined` if the row cannot be written now: the work is written with the next. */
  async function takeShared(
    person: string,
    known: Known,
    done: WorkDone,
    now: Date,
  ): Promise<'taken' | 'over' | undefined> {
    const ask = async () => {
      const { unwritten, urgent } = known;
      known.unwritten = [...unwritten, done];
      const asks = known.isSettling
        ? undefined
        : shared?.take(person, now, { amounts: done.amounts, unwritten, urgent });
      if (asks === undefined) return undefined;
      const without = (ended: readonly WorkDone[]) => known.unwritten.filter((one) => !ended.includes(one));
      const settle = async (): Promise<void> => {
        if ((await asks.settled) === 'taken') known.unwritten = without([...unwritten, done]);
        known.isSettling = false;
      };
      known.isSettling = true;
      void settle();
      const answer = await asks.soon;
      if (answer === 'over') known.unwritten = without([done]);
      return answer;
    };
    const asked = known.row.then(ask);
    known.row = asked.catch(() => undefined);
    return await asked;
  }

  async function take(
    person: string,
    known: Known,
    work: Work,
    done: WorkDone,
    now: Date,
  ): Promise<'taken' | 'over' | 'kept'> {
    const after = withWork(known.counted, [done], done.hour);
    if (!isOver(after.inDay, work.amounts, countedInMemory)) {
      count(known, done);
      known.unwritten = [...known.unwritten, done];
      return 'taken';
    }
    if (await work.isKept?.()) return 'kept';
    if (isOverBudget(withWork(known.counted, [done], done.hour), work.amounts)) return 'over';
    count(known, done);
    const answer = (await takeShared(person, known, done, now)) ?? 'taken';
    if (answer === 'over') count(known, givenBack(done));
    return answer;
  }

  function rank(known: Known, urgent: UrgentCase | undefined): boolean {
    if (urgent === undefined || known.urgent.some(({ caseId }) => caseId === urgent.caseId)) return false;
    known.urgent = [...known.urgent, urgent];
    return true;
  }
  function unrank(known: Known, { ranked }: Open, { urgentCase }: Work): void {
    if (ranked) known.urgent = known.urgent.filter(({ caseId }) => caseId !== urgentCase?.caseId);
  }

  function begin(person: string, known: Known, work: Work, now: Date): Open {
    const done: WorkDone = { hour: hourOf(now), amounts: work.amounts };
    const ranked = rank(known, work.urgentCase);
    const open: Open = { taken: take(person, known, work, done, now), done, writes: 0, outcome: 'nothing', ranked };
    known.open.set(work.id, open);
    return open;
  }

  /** Shared by all who send the same at once. `undefined` for work that is kept already. Throws OverBudgetError. */
  async function reserve(person: string, known: Known, work: Work, now: Date): Promise<Open | undefined> {
    const open = known.open.get(work.id) ?? begin(person, known, work, now);
    open.writes += 1;
    try {
      const taken = await open.taken;
      if (taken === 'taken') return open;
      drop(known, work, open);
      if (taken === 'kept') return undefined;
    } catch (error) {
      drop(known, work, open);
      throw error;
    }
    throw new OverBudgetError();
  }

  function drop(known: Known, work: Work, open: Open): void {
    if (known.open.get(work.id) !== open) return;
    known.open.delete(work.id);
    unrank(known, open, work);
  }

  function settle(known: Known, work: Work, open: Open, outcome: 'stood' | Open['outcome']): void {
    open.writes -= 1;
    // Work in doubt that is found was kept by the write that left the doubt.
    if (outcome === 'added' || (outcome === 'stood' && open.outcome === 'unknown')) open.outcome = 'added';
    if (outcome === 'unknown' && open.outcome === 'nothing') open.outcome = 'unknown';
    if (open.writes > 0 || open.outcome === 'unknown') return;
    known.open.delete(work.id);
    if (open.outcome === 'added') return;
    const back = givenBack(open.done);
    count(known, back);
    known.unwritten = [...known.unwritten, back];
    unrank(known, open, work);
  }

  return {
    of: (person) => ({
      async spend(work, write, added) {
        const now = clock();
        const known = knownNow(person, now);
        const open = await reserve(person, known, work, now);
        if (open === undefined) return await write();
        try {
          const outcome = await write();
          settle(known, work, open, added(outcome) ? 'added' : 'stood');
          return outcome;
        } catch (error) {
          settle(known, work, open, leftDoubt(error) ? 'unknown' : 'nothing');
          throw error;
        }
      },
    }),

    async rankOf(caseId) {
      const told = await shared?.rankOf(caseId, clock());
      if (told !== undefined) return told;
      const ranks = [...days.values()].flatMap((people) =>
        [...people.values()].flatMap(
          ({ urgent }) =>
            rankAmong(
              urgent.map(({ caseId: key, handledBy }) => ({ key, handledBy })),
              caseId,
            ) ?? [],
        ),
      );
      return ranks.length === 0 ? 0 : Math.min(...ranks);
    },

    async forgetOld() {
      forgetDays(clock());
      await shared?.removeBefore(oldestDay(clock()));
    },
  };
}

/** `hour` in hours since 1970. Amounts that are given back are negative. */
interface WorkDone {
  readonly hour: number;
  readonly amounts: Amounts;
}

const givenBack = ({ hour, amounts }: WorkDone): WorkDone => ({
  hour,
  amounts: Object.fromEntries(Object.entries(amounts).map(([kind, amount]) => [kind, -amount])),
});

interface CountedWork {
  readonly hour: number;
  readonly inHour: Amounts;
  readonly inDay: Amounts;
}
const noWork: CountedWork = { hour: 0, inHour: {}, inDay: {} };

const hourMs = 3_600_000;
const hourOf = (now: Date): number => Math.floor(now.getTime() / hourMs);

const sum = (one: Amounts, other: Amounts): Amounts =>
  Object.fromEntries(workKinds.map((kind) => [kind, Math.max(0, (one[kind] ?? 0) + (other[kind] ?? 0))]));

function withWork(counted: CountedWork, done: readonly WorkDone[], hour: number): CountedWork {
  // By another server's clock the next hour may have begun. Any other hour is over, or a wrong clock's.
  const isThis = counted.hour === hour || counted.hour === hour + 1;
  let [inHour, { inDay }] = [isThis ? counted.inHour : {}, counted];
  for (const { hour: its, amounts } of done) {
    if (its >= hour) inHour = sum(inHour, amounts);
    inDay = sum(inDay, amounts);
  }
  return { hour: isThis ? counted.hour : hour, inHour, inDay };
}

const isOver = (counted: Amounts, asked: Amounts, limits: Limits): boolean =>
  workKinds.some((kind) => (asked[kind] ?? 0) > 0 && (counted[kind] ?? 0) > limits[kind]);

const isOverBudget = ({ inHour, inDay }: CountedWork, asked: Amounts): boolean =>
  isOver(inHour, asked, workLimits.hour) || isOver(inDay, asked, workLimits.day);

/** 0 for the first two of a person's day that the same people handle; `undefined` if it is none of them. */
function rankAmong<Key>(
  urgent: readonly { readonly key: Key; readonly handledBy: HandledBy }[],
  key: Key,
): number | undefined {
  const its = urgent.find((one) => one.key === key);
  if (its === undefined) return undefined;
  const place = urgent.filter(({ handledBy }) => handledBy === its.handledBy).indexOf(its);
  return Math.max(0, place - 1);
}

interface AskedWork {
  readonly amounts: Amounts;
  readonly unwritten: readonly WorkDone[];
  readonly urgent: readonly UrgentCase[];
}

/** `undefined` if the store fails or is left alone. Neither rejects. */
interface Answers<Answer> {
  /** Also `undefined` if it takes too long. */
  readonly soon: Promise<Answer | undefined>;
  /** A late write is made all the same. */
  readonly settled: Promise<Answer | undefined>;
}

interface SharedWork {
  take(person: string, now: Date, asked: AskedWork): Answers<'taken' | 'over'>;
  /** Never rejects. */
  rankOf(caseId: CaseId, now: Date): Promise<number | undefined>;
  /** Throws StoreError. */
  removeBefore(day: string): Promise<void>;
}

/** A turn has eight seconds in all. */
const patienceMs = 1_000;
const restMs = 5_000;
/** Someone who loses to other servers this often goes by this server's memory. */
const mostTries = 4;
/** An alert waits a minute for its place at most. */
const knownForMs = 5_000;

const amountsSchema = z.object(Object.fromEntries(workKinds.map((kind) => [kind, z.number().min(0).catch(0)])));
const rowSchema = z.object({
  hour: z.int(),
  inHour: amountsSchema,
  inDay: amountsSchema,
  /** In their order, by digests. */
  urgent: z.array(z.object({ key: z.string(), handledBy: z.enum(['acu', 'reserve']) })),
});
type Row = z.infer<typeof rowSchema>;

/** A row that cannot be read counts as none: someone would be refused for it. */
function rowIn(record: string | undefined): Row | undefined {
  try {
    return rowSchema.safeParse(JSON.parse(record ?? '')).data;
  } catch {
    return undefined;
  }
}

/** The key of a day comes from the server's secret and the day's salt: both are needed to try a name. */
function digestsOf(secret: string, day: string, salt: string): (what: 'person' | 'case', name: string) => string {
  const key = Buffer.from(hkdfSync('sha256', secret, salt, `candour/1/work ${day}`, 32));
  return (what, name) => createHmac('sha256', key).update(`${what} ${name}`).digest('base64url').slice(0, 22);
}

/** One row in the store for each person who handed in more than the ordinary, until their day is over. */
export function createSharedWork(deps: {
  readonly counts: WorkCounts;
  readonly secret: string;
  readonly random: Random;
  readonly monotonic: Monotonic;
  readonly patienceMs?: number;
}): SharedWork {
  const { counts, secret, random, monotonic } = deps;
  let restsUntil = Number.NEGATIVE_INFINITY;
  let known: { readonly at: number; readonly day: string; readonly ranks: Promise<Ranks | undefined> } | undefined;

  const unanswered = Promise.resolve(undefined);

  function patiently<Answer>(ask: () => Promise<Answer | undefined>): Answers<Answer> {
    if (monotonic() < restsUntil) return { soon: unanswered, settled: unanswered };
    const settled = ask().catch(() => undefined);
    return { soon: inTime(settled), settled };
  }

  async function inTime<Answer>(settled: Promise<Answer | undefined>): Promise<Answer | undefined> {
    const answer = await withinDeadline(
      deps.patienceMs ?? patienceMs,
      () => settled,
      () => undefined,
    );
    if (answer === undefined) restsUntil = monotonic() + restMs;
    return answer;
  }

  async function digestsOn(day: string) {
    return digestsOf(secret, day, await counts.salt(day, Buffer.from(random(32)).toString('base64url')));
  }

  async function count(person: string, now: Date, asked: AskedWork): Promise<'taken' | 'over' | undefined> {
    const [day, hour] = [dayOf(now), hourOf(now)];
    const digest = await digestsOn(day);
    const name = digest('person', person);
    for (let tries = 0; tries < mostTries; tries += 1) {
      const standing = await counts.read(name);
      const row = rowIn(standing?.value);
      const total = withWork(row ?? noWork, [...asked.unwritten, { hour, amounts: asked.amounts }], hour);
      if (isOverBudget(total, asked.amounts)) return 'over';
      const before = row?.urgent ?? [];
      const more = asked.urgent
        .map(({ caseId, handledBy }) => ({ key: digest('case', caseId), handledBy }))
        .filter(({ key }) => !before.some((one) => one.key === key));
      const urgent = [...before, ...more];
      if (await counts.write({ name, day, record: JSON.stringify({ ...total, urgent }) }, standing?.version))
        return 'taken';
    }
    return undefined;
  }

  type Ranks = readonly {
    readonly digest: Awaited<ReturnType<typeof digestsOn>>;
    readonly of: ReadonlyMap<string, number>;
  }[];

  const ranksNow = (now: Date): Promise<Ranks | undefined> =>
    patiently(async () => {
      const ranks = [];
      for (const day of [dayOf(now), dayOf(later(now, -dayMs))]) {
        const rows = (await counts.ofDay(day)).flatMap((record) => rowIn(record) ?? []);
        if (rows.length === 0) continue;
        const of = rows.flatMap(({ urgent }) => urgent.map(({ key }) => [key, rankAmong(urgent, key) ?? 0] as const));
        ranks.push({ digest: await digestsOn(day), of: new Map(of) });
      }
      return ranks;
    }).soon;

  return {
    take: (person, now, asked) => patiently(() => count(person, now, asked)),

    async rankOf(caseId, now) {
      const day = dayOf(now);
      if (known === undefined || known.day !== day || Math.abs(monotonic() - known.at) >= knownForMs)
        known = { at: monotonic(), day, ranks: ranksNow(now) };
      const found = ((await known.ranks) ?? []).flatMap(({ digest, of }) => of.get(digest('case', caseId)) ?? []);
      return found.length === 0 ? undefined : Math.min(...found);
    },

    removeBefore: (day) => counts.removeBefore(day),
  };
}
