import { createDesk } from '../concerns/desk/desk.ts';
import { type Desk, ShortRoleError } from '../concerns/ports/desk.ts';
import type { FileStore } from '../concerns/ports/file-store.ts';
import type { Store } from '../concerns/ports/store.ts';
import { OverBudgetError, type WorkBudget } from '../concerns/ports/work-budget.ts';
import type { Clock, Monotonic, Random } from '../concerns/terms/calendar.ts';
import { type AlertOrder, createSharedWork, createWorkBudgets } from './running/work-budget.ts';
import { type EventLog, troubleCode } from './running/event-log.ts';
import { sharedClock } from './running/throttle.ts';
import type { ServerSettings } from './settings/server-settings.ts';

export interface Desks {
  /** By the same key at every door. */
  readonly deskOf: (person: string) => Desk;
  /** For sealed files on their way. */
  readonly budgetOf: (person: string) => WorkBudget;
  readonly order: AlertOrder;
  /** Destroys the counts of past days (`WorkBudgets`). Throws StoreError. */
  readonly forgetOld: () => Promise<void>;
  /** Not for a report over budget or a role held by too few: nothing failed, and a log line has a time. */
  readonly onTrouble: (error: unknown) => void;
}

export function createDesks(
  settings: ServerSettings,
  deps: {
    readonly store: Store;
    readonly files: FileStore | undefined;
    readonly clock: Clock;
    readonly monotonic: Monotonic;
    readonly random: Random;
    readonly log: EventLog;
  },
): Desks {
  const { store, files, clock, log } = deps;
  const { alerts, casework, timeZone, secret } = settings;
  const { timing: alertTiming, namesKind: alertNamesKind } = alerts;
  const atDesk = { ...store, ...casework, alertTiming, alertNamesKind, files, clock, timeZone };
  const budgets = createWorkBudgets({
    clock: sharedClock(store.time, clock),
    shared: createSharedWork({ ...deps, counts: store.workCounts, secret }),
  });
  return {
    deskOf: (person) => createDesk({ ...atDesk, budget: budgets.of(person) }),
    budgetOf: budgets.of,
    order: budgets,
    forgetOld: budgets.forgetOld,
    onTrouble(error) {
      const isRefused = error instanceof OverBudgetError || error instanceof ShortRoleError;
      if (!isRefused) log({ event: 'notSaved', code: troubleCode(error) });
    },
  };
}
