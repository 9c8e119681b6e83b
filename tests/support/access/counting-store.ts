import type { Store } from '../../../core/ports/store.ts';

/** A store that notes what is asked of it, with what came back. */
export interface CountingStore {
  readonly store: Store;
  /** The calls since they were last taken, as `port.method`, in their order. */
  take(): readonly { readonly call: string; readonly answer: unknown }[];
}

/**
 * Calls of the schedule's tasks, which come when they come: the looks for due alerts, lines and messages to everybody,
 * their pace, the line in which alerts stand, and whether a restore has paused anything. No request of the tab asks them.
 */
const ofSchedule: readonly string[] = [
  'outbox.due',
  'outbox.read',
  'outbox.write',
  'targets.read',
  'targets.all',
  'people.listAwaitingNotification',
  'deliveryRuns.all',
  'dailyTaskStates.read',
  'dailyTaskStates.write',
  'rateLimits.read',
  'rateLimits.write',
  'workCounts.listRecords',
];

/** Whether a call is one of the schedule's. */
export const isScheduledCall = (call: string): boolean => ofSchedule.includes(call);

/** What somebody's request asked of the store, in its order, without what the schedule asked meanwhile. */
export const requestCalls = (taken: ReturnType<CountingStore['take']>): readonly string[] =>
  taken.map(({ call }) => call).filter((call) => !isScheduledCall(call));

const isPort = (part: unknown): part is object => typeof part === 'object' && part !== null;

/** Stands before a store: every port of it, whatever it is, so that no call is missed. */
export function createCountingStore(real: Store): CountingStore {
  let calls: { call: string; answer: unknown }[] = [];
  const counted = <Port extends object>(name: string, port: Port): Port =>
    new Proxy(port, {
      get(target, method): unknown {
        const found: unknown = Reflect.get(target, method);
        if (typeof found !== 'function') return found;
        return async (...given: readonly unknown[]): Promise<unknown> => {
          const answer: unknown = await Reflect.apply(found, target, given);
          calls.push({ call: `${name}.${String(method)}`, answer });
          return answer;
        };
      },
    });
  const store = new Proxy(real, {
    get(target, name): unknown {
      const part: unknown = Reflect.get(target, name);
      return isPort(part) ? counted(String(name), part) : part;
    },
  });
  return {
    store,
    take() {
      const taken = calls;
      calls = [];
      return taken;
    },
  };
}
