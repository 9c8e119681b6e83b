import ContextEnvironment from '../support/jest/context-environment.ts';

type Given = Parameters<ContextEnvironment['handleTestEvent']>[0];
type Told = Given & {
  readonly test?: Given['test'] & { readonly errors?: readonly unknown[] };
  readonly describeBlock?: { mode?: string | null };
};

/** Where the tests run that have to notice a planted bug: the first that fails has noticed, and the rest of its file is left out. */
export default class FirstFailure extends ContextEnvironment {
  #hasFailed = false;

  override async handleTestEvent(told: Told): Promise<void> {
    await super.handleTestEvent(told);
    const { name, test, describeBlock } = told;
    if (name === 'test_done' && (test?.errors?.length ?? 0) > 0) this.#hasFailed = true;
    if (!this.#hasFailed) return;
    if (name === 'test_start' && test) test.mode = 'skip';
    // A part of the file that has not begun: what it would set up is spared as well.
    if (name === 'run_describe_start' && describeBlock) describeBlock.mode = 'skip';
  }
}
