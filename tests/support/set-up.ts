import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';

type Make<Made> = () => Made | Promise<Made>;
type End<Made> = (made: Made) => unknown;

/**
 * Stands for what is there now, so that a test file can name it once and helpers beside the tests can use it. Throws if
 * nothing has been made yet.
 */
export function createProxyObject<Made extends object>(now: () => Made | undefined): Made {
  const there = (): Made => {
    const made = now();
    if (made === undefined) throw new Error('this is made before a test: use it in a hook or a test');
    return made;
  };
  const empty: Made = Object.create(null);
  return new Proxy(empty, {
    get: (_empty, name) => Reflect.get(there(), name),
    set: (_empty, name, value) => Reflect.set(there(), name, value),
    has: (_empty, name) => Reflect.has(there(), name),
    ownKeys: () => Reflect.ownKeys(there()),
    getOwnPropertyDescriptor(_empty, name) {
      const described = Reflect.getOwnPropertyDescriptor(there(), name);
      return described && { ...described, configurable: true };
    },
  });
}

/**
 * Makes something before each test and ends it afterwards. Is what the running test has of it. Hooks run in the order of
 * their lines: what comes later in the file may use it.
 */
export function setUp<Made extends object>(make: Make<Made>, end: End<Made>): Made {
  let made: Made | undefined;
  beforeEach(async () => {
    made = await make();
  });
  afterEach(async () => {
    if (made) await end(made);
  });
  return createProxyObject(() => made);
}

/** Makes something before the tests of a file, or of the block that it is called in, and ends it after the last. */
export function setUpShared<Made extends object>(make: Make<Made>, end: End<Made>): Made {
  let made: Made | undefined;
  beforeAll(async () => {
    made = await make();
  });
  afterAll(async () => {
    if (made) await end(made);
  });
  return createProxyObject(() => made);
}
