import type { Store } from '../../../concerns/ports/store.ts';

/** A store that notes what is asked of it, with what came back. */
export interface CountingStore {
  readonly store: Store;
  /** The calls since they were last taken, as `port.method`, in their order. */
  take(): readonly { readonly call: string; readonly answer: unknown }[];
}

/** What the looks for due alerts, lines and messages to everybody ask, which come when they come. No request asks any of it. */
const ofSchedule: readonly string[] = [
  'outbox.due',
  'outbox.write',
  'targets.read',
  'targets.all',
  'people.waiting',
  'deliveryRuns.all',
];

/** What somebody's request asked of the store, in its order, without what the schedule asked meanwhile. */
export const requestsCalls = (taken: ReturnType<CountingStore['take']>): readonly string[] =>
  taken.map(({ call }) => call).filter((call) => !ofSchedule.includes(call));

const isPort = (part: unknown): part is object => typeof part === 'object' && part !== null;

/** Stands before a store: every port of it, whatever it is, so that no call is missed. */
export function countingStore(real: Store): CountingStore {
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
