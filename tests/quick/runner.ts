import { relative } from 'node:path';
import jestRunner, { type Test, type TestRunnerOptions, type TestWatcher } from 'jest-runner';
import { z } from 'zod';
import { orderTests } from './order-tests.ts';

// Its types are those of its CommonJS form, which has the class as `default`; what is imported here is the class.
const TestRunner = 'default' in jestRunner ? jestRunner.default : jestRunner;

/** What `run.ts` tells Jest's process: what has changed, and when no more is to be run, in milliseconds of the epoch. */
const askedSchema = z.object({ changed: z.array(z.string()), until: z.number() });

/** The imports of each module as Jest resolves them: paths from the root, and packages by their names. */
function importsOf({ config, hasteFS, resolver }: Test['context']): ReadonlyMap<string, readonly string[]> {
  const resolved = (from: string, name: string): string => {
    if (!name.startsWith('.')) return name;
    try {
      return relative(config.rootDir, resolver.resolveModule(from, name));
    } catch {
      return name; // of a kind that Jest does not know, such as .tsx, or not there: the compiler tells
    }
  };
  return new Map(
    hasteFS
      .getAllFiles()
      .map((file) => [
        relative(config.rootDir, file),
        (hasteFS.getDependencies(file) ?? []).map((name) => resolved(file, name)),
      ]),
  );
}

/** Jest's own runner, with an order and an end. Tells its parent process which files it left out. */
export default class QuickRunner extends TestRunner {
  override async runTests(tests: Test[], watcher: TestWatcher, options: TestRunnerOptions): Promise<void> {
    const { changed, until } = askedSchema.parse(JSON.parse(process.env['QUICK_TESTS'] ?? ''));
    const { rootDir } = this._globalConfig;
    const files = tests.map((test) => ({ test, path: relative(rootDir, test.path), lastMs: test.duration }));
    const [first] = tests;
    const ordered = orderTests(files, changed, first ? importsOf(first.context) : new Map());
    const done = new Set<string>();
    for (const ended of ['test-file-success', 'test-file-failure'] as const) {
      this.on(ended, ([{ path }]) => {
        if (!watcher.isInterrupted()) done.add(path);
      });
    }
    const timer = setTimeout(() => void watcher.setState({ interrupted: true }), until - Date.now());
    const toRun = Date.now() < until ? ordered.tests.map(({ test }) => test) : [];
    if (toRun.length > 0) await super.runTests(toRun, watcher, options);
    clearTimeout(timer);
    process.send?.({
      outOfTime: ordered.tests.filter(({ test }) => !done.has(test.path)).map(({ path }) => path),
      inBrowser: ordered.inBrowser.map(({ path }) => path),
    });
  }
}
