import NativeEnvironment from '../support/jest/native-environment.ts';
import type { Told } from '../support/jest/serial-tests.ts';
import { saveTest } from './covered-tests.ts';

interface Named {
  readonly name: string;
  readonly parent?: Named;
}
interface ToldOfMutant extends Told {
  readonly test?: Told['test'] & Named & { readonly errors: readonly unknown[]; readonly duration?: number | null };
}

/** The mutant that a test has noticed. */
let noticed: string | undefined;

/** A test's name after those of the blocks that it is in, as Stryker and Jest's pattern of names have it. */
const wholeNameOf = ({ name, parent }: Named): string => (parent?.parent ? `${wholeNameOf(parent)} ${name}` : name);

/**
 * The environment of a test file while Stryker tries mutants. The run without one writes down which file has which test;
 * in the others the first test that fails is enough, and those after it are left out.
 */
export default class MutantEnvironment extends NativeEnvironment {
  readonly #path: string;

  constructor(config: ConstructorParameters<typeof NativeEnvironment>[0], context: { readonly testPath: string }) {
    super(config);
    this.#path = context.testPath;
  }

  override async teardown(): Promise<void> {
    // Puts back what was changed. A mutant may well leave something open: that is no fault of the test file.
    await super.teardown().catch(() => undefined);
  }

  override async handleTestEvent(told: ToldOfMutant): Promise<void> {
    const { name, test } = told;
    const mutant = process.env['__STRYKER_ACTIVE_MUTANT__'];
    if (test && name === 'test_done') {
      if (mutant === undefined) saveTest({ path: this.#path, name: wholeNameOf(test), ms: test.duration ?? 0 });
      else if (test.errors.length > 0) noticed = mutant;
    }
    if (test && name === 'test_start' && mutant !== undefined && noticed === mutant) test.mode = 'skip';
    await super.handleTestEvent(told);
  }
}
