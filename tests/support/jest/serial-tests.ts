import { z } from 'zod';

/** A test or a hook, as Jest tells of it before it calls its function. */
interface Called {
  fn?: unknown;
  mode?: string | null;
  readonly errors?: readonly unknown[];
}
export interface Told {
  readonly name: string;
  readonly test?: Called;
  readonly hook?: Called;
}

/** How long the next test waits for one that was cut off, where its configuration says nothing else. */
const optionsSchema = z.object({ patienceMs: z.number().default(30_000) });

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

/**
 * Runs the tests of a file one at a time. Jest cuts off a test that takes too long, but its work goes on and would change
 * what the next test works with: so the next one begins when it has settled, and is not run at all if it never does. The
 * one that was cut off has failed by then.
 */
export class SerialTestRule {
  readonly #atWork = new Set<Promise<void>>();
  readonly #watched = new WeakSet<Called>();
  readonly #patienceMs: number;

  /** Takes the `testEnvironmentOptions` of the configuration. Throws if they are of another form. */
  constructor(options: unknown) {
    this.#patienceMs = optionsSchema.parse(options).patienceMs;
  }

  /** Hears what Jest tells its environment. */
  async hear({ name, test, hook }: Told): Promise<void> {
    if (name === 'test_fn_start' && test) this.#watch(test);
    if (name === 'hook_start' && hook) this.#watch(hook);
    if (name !== 'test_start' || !test || this.#atWork.size === 0) return;
    // Its `beforeAll` was cut off: Jest fails it without running it, and as a skipped one it would count as no failure.
    if (test.errors !== undefined && test.errors.length > 0) return;
    if (!(await this.#settles())) test.mode = 'skip';
  }

  #watch(called: Called): void {
    const { fn } = called;
    // One that takes a callback says by its length that it does.
    if (typeof fn !== 'function' || fn.length > 0 || this.#watched.has(called)) return;
    this.#watched.add(called);
    const atWork = this.#atWork;
    called.fn = function watched(this: unknown): unknown {
      const returned: unknown = Reflect.apply(fn, this, []);
      if (!isThenable(returned)) return returned;
      const settled: Promise<void> = Promise.resolve(returned).then(
        () => void atWork.delete(settled),
        () => void atWork.delete(settled),
      );
      atWork.add(settled);
      return returned;
    };
  }

  async #settles(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.#patienceMs);
    });
    await Promise.race([Promise.all(this.#atWork), tooLate]);
    clearTimeout(timer);
    return this.#atWork.size === 0;
  }
}
