import { createHmac, hkdfSync } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { type Amounts, type UrgentCase, workKinds } from '../../concerns/ports/work-budget.ts';
import type { WorkCounts } from '../../concerns/ports/store.ts';
import type { CaseId } from '../../concerns/terms/codes.ts';
import type { Monotonic, Random } from '../../concerns/terms/calendar.ts';
import { hourOf, isOverBudget, noWork, rankAmong, type WorkDone, withWork } from './counted-work.ts';

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

export interface SharedWork {
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
const dayMs = 24 * 3_600_000;

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

const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

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
    const ended = new AbortController();
    const late = after(deps.patienceMs ?? patienceMs, undefined, { signal: ended.signal, ref: false }).catch(
      () => undefined,
    );
    const answer = await Promise.race([settled, late]);
    ended.abort();
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
      for (const day of [dayOf(now), dayOf(new Date(now.getTime() - dayMs))]) {
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
