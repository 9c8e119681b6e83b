// What a test file imports from `@jest/globals`, if Node loads its modules. A module of a package stays loaded from one
// test file to the next, and may have imported these: each name leads to the function of the current file.

/** Where the runtime puts the functions of the current test file. */
export const globalsKey = Symbol.for('candour.jest');

type Callable = (...given: readonly unknown[]) => unknown;

function current(name: string): Callable {
  const all: unknown = Reflect.get(globalThis, globalsKey);
  const found: unknown = typeof all === 'object' && all !== null ? Reflect.get(all, name) : undefined;
  if (typeof found !== 'function' && typeof found !== 'object') throw new Error(`no test file runs: ${name}`);
  // The names below are functions, or objects of functions that are only read.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion, typescript/consistent-type-assertions
  return found as Callable;
}

const forward = (name: string): Callable =>
  new Proxy<Callable>(() => undefined, {
    apply: (_, self, given) => Reflect.apply(current(name), self, given),
    get: (_, key) => Reflect.get(current(name), key),
  });

export const afterAll = forward('afterAll');
export const afterEach = forward('afterEach');
export const beforeAll = forward('beforeAll');
export const beforeEach = forward('beforeEach');
export const describe = forward('describe');
export const expect = forward('expect');
export const it = forward('it');
export const jest = forward('jest');
export const test = forward('test');
