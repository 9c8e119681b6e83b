import { OverBudgetError, type UrgentCase, type Work, type WorkBudget } from '../../concerns/ports/work-budget.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import type { CaseId } from '../../concerns/terms/codes.ts';
import type { Clock } from '../../concerns/terms/calendar.ts';
import {
  type CountedWork,
  countedInMemory,
  givenBack,
  hourOf,
  isOver,
  isOverBudget,
  noWork,
  rankAmong,
  type WorkDone,
  withWork,
} from './counted-work.ts';
import type { SharedWork } from './shared-work.ts';

/** The budgets of all who hand something in, and the order of their urgent cases. */
export interface WorkBudgets {
  /** A person, or a partner's access: the same key by every door. */
  readonly of: (person: string) => WorkBudget;
  /** `AlertOrder.rankOf`: never rejects. */
  readonly rankOf: (caseId: CaseId) => Promise<number>;
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
  /** In no row yet. */
  unwritten: readonly WorkDone[];
  urgent: readonly UrgentCase[];
  readonly open: Map<string, Open>;
  /** One look at their row at a time. */
  row: Promise<unknown>;
  /** A write of their row may still arrive: another would count the same work once more. */
  isSettling: boolean;
}

/** Alerts of the evening are still in line then. */
const rememberedMs = 12 * 3_600_000;
const dayMs = 24 * 3_600_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const oldestDay = (now: Date): string => dayOf(now.getTime() - rememberedMs);

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
    const [oldest, newest] = [oldestDay(now), dayOf(now.getTime() + dayMs)];
    // A day that lies ahead is from before the clock was set back.
    for (const day of days.keys()) if (day < oldest || day > newest) days.delete(day);
  }

  function knownNow(person: string, now: Date): Known {
    forgetDays(now);
    const day = dayOf(now.getTime());
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
