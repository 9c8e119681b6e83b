import type { TextSealer } from '../../core/ports/seal.ts';
import type { Store } from '../../core/ports/store.ts';

/** The ports that a fault can stand before. */
interface Ports extends Store {
  readonly seal: TextSealer;
}

/** Something for each method of some ports. The names are those of the ports' own types, so that a rename carries them along. */
export type MethodMap<T> = { readonly [Port in keyof Ports]?: { readonly [Method in keyof Ports[Port]]?: T } };

/** Something for some ports, by their names in the same way. */
export type PortMap<T> = { readonly [Port in keyof Ports]?: T };

/** The port of `port.method`. */
export const portName = (call: string): string => call.slice(0, call.indexOf('.'));

/** What there is for methods, by `port.method`. */
export const mapByCall = <T>(methods: MethodMap<T>): ReadonlyMap<string, T> =>
  new Map(
    Object.entries(methods).flatMap(([port, of]) =>
      Object.entries<T>(of).map(([method, value]) => [`${port}.${method}`, value] as const),
    ),
  );

type Parts = Readonly<Record<'store', Store> & Record<'seal', TextSealer>>;
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Gives what somebody asks of an object to `note` when it answers with a promise, by the method's name. */
const notingCalls = <Port extends object>(port: Port, note: (method: string) => void): Port =>
  new Proxy(port, {
    get(target, name): unknown {
      const found: unknown = Reflect.get(target, name);
      if (typeof found !== 'function') return found;
      return (...given: readonly unknown[]): unknown => {
        const answer: unknown = Reflect.apply(found, target, given);
        if (answer instanceof Promise) note(String(name));
        return answer;
      };
    },
  });

/** Notes each call of a port that answers with a promise, as `port.method`; those of the store itself as `store.method`. */
export function recordCalls({ store, seal }: Parts, note: (call: string) => void): Parts {
  const ports = new Proxy(
    notingCalls(store, (method) => note(`store.${method}`)),
    {
      get(target, name): unknown {
        const port: unknown = Reflect.get(target, name);
        return isObject(port) ? notingCalls(port, (method) => note(`${String(name)}.${method}`)) : port;
      },
    },
  );
  return { store: ports, seal: notingCalls(seal, (method) => note(`seal.${method}`)) };
}

/** Which methods of the ports are others than before: those that something was put before. */
export function findReplacedCalls(before: Parts, after: Parts): ReadonlySet<string> {
  const calls = new Set<string>();
  const portsOf = ({ store, seal }: Parts): Readonly<Record<string, unknown>> => ({ ...store, seal });
  const old = portsOf(before);
  for (const [name, port] of Object.entries(portsOf(after))) {
    const was = old[name];
    if (!isObject(port) || !isObject(was)) continue;
    for (const method of Object.keys(port))
      if (Reflect.get(port, method) !== Reflect.get(was, method)) calls.add(`${name}.${method}`);
  }
  return calls;
}
