import { ModuleMocker } from 'jest-mock';
import { type DetectLeaks, createLeakDetector } from './leak-detector.ts';
import { SerialTestRule, type Told } from './serial-tests.ts';

/**
 * Node's own globals as the environment of a test file. Tests run one at a time, and a file that leaves something open or
 * changed fails by name: the next file of the same process would work with it.
 */
export default class NativeEnvironment {
  readonly global = globalThis;
  readonly moduleMocker = new ModuleMocker(globalThis);
  readonly fakeTimers = null;
  readonly fakeTimersModern = null;
  readonly #rule: SerialTestRule;
  readonly #leftBehind: DetectLeaks;
  #hasFailed = false;

  constructor({ projectConfig }: { readonly projectConfig: { readonly testEnvironmentOptions: unknown } }) {
    this.#rule = new SerialTestRule(projectConfig.testEnvironmentOptions);
    this.#leftBehind = createLeakDetector();
  }

  async setup(): Promise<void> {}

  async teardown(): Promise<void> {
    const found = await this.#leftBehind();
    // A test that failed may not have come to its end. Jest would show what it left in place of why it failed.
    if (found.length > 0 && !this.#hasFailed)
      throw new Error(`The tests of this file left behind: ${found.join(', ')}`);
  }

  getVmContext(): null {
    return null;
  }

  exportConditions(): string[] {
    return ['node', 'node-addons'];
  }

  handleTestEvent(told: Told): Promise<void> {
    if (told.name === 'test_fn_failure' || told.name === 'hook_failure') this.#hasFailed = true;
    return this.#rule.hear(told);
  }
}
