import { TestEnvironment } from 'jest-environment-node';
import { SerialTestRule, type Told } from './serial-tests.ts';

/** Jest's own environment, a context of its own for each test file, with tests one at a time. For `npm run test:contexts`. */
export default class ContextEnvironment extends TestEnvironment {
  readonly #rule: SerialTestRule;

  constructor(...given: ConstructorParameters<typeof TestEnvironment>) {
    super(...given);
    this.#rule = new SerialTestRule(given[0].projectConfig.testEnvironmentOptions);
  }

  handleTestEvent(told: Told): Promise<void> {
    return this.#rule.hear(told);
  }
}
