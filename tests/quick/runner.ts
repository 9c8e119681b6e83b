import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
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

/**
 * How long files had run when they were cut off, in milliseconds by their paths. Jest keeps what a file took only if it
 * ended: one that takes a minute would be begun, and cut off, each time.
 */
const cutOffSchema = z.record(z.string(), z.number());
const cutOffFile = (rootDir: string): string => join(rootDir, 'node_modules', '.cache', 'cut-off-tests.json');

function readCutOff(rootDir: string): z.infer<typeof cutOffSchema> {
  try {
    return cutOffSchema.parse(JSON.parse(readFileSync(cutOffFile(rootDir), 'utf8')));
  } catch {
    return {}; // nothing was cut off yet, or the file is damaged
  }
}

function writeCutOff(rootDir: string, cutOff: z.infer<typeof cutOffSchema>): void {
  mkdirSync(dirname(cutOffFile(rootDir)), { recursive: true });
  writeFileSync(cutOffFile(rootDir), JSON.stringify(cutOff));
}

/** Jest's own runner, with an order and an end. Tells its parent process which files it left out. */
export default class QuickRunner extends TestRunner {
  override async runTests(tests: Test[], watcher: TestWatcher, options: TestRunnerOptions): Promise<void> {
    const { changed, until } = askedSchema.parse(JSON.parse(process.env['QUICK_TESTS'] ?? ''));
    const { rootDir } = this._globalConfig;
    const pathOf = ({ path }: Test): string => relative(rootDir, path);
    const cutOff = readCutOff(rootDir);
    const files = tests.map((test) => ({ test, path: pathOf(test), lastMs: test.duration ?? cutOff[pathOf(test)] }));
    const [first] = tests;
    const ordered = orderTests(files, changed, first ? importsOf(first.context) : new Map());
    const begun = new Map<string, number>();
    const done = new Set<string>();
    this.on('test-file-start', ([test]) => void begun.set(pathOf(test), Date.now()));
    for (const ended of ['test-file-success', 'test-file-failure'] as const) {
      this.on(ended, ([test]) => {
        if (!watcher.isInterrupted()) done.add(pathOf(test));
      });
    }
    const stop = (): void => {
      const running = [...begun]
        .filter(([path]) => !done.has(path))
        .map(([path, at]) => [path, Date.now() - at] as const);
      writeCutOff(rootDir, { ...cutOff, ...Object.fromEntries(running) });
      // Jest says of a file that it has to cut off that it leaks: this one had no more time.
      Object.assign(console, { error: () => undefined });
      void watcher.setState({ interrupted: true });
    };
    const timer = setTimeout(stop, until - Date.now());
    const toRun = Date.now() < until ? ordered.tests.map(({ test }) => test) : [];
    // In its own process Jest would wait for the file that runs, however long that takes.
    if (toRun.length > 0) await super.runTests(toRun, watcher, { ...options, serial: false });
    clearTimeout(timer);
    process.send?.({
      outOfTime: ordered.tests.map(({ path }) => path).filter((path) => !done.has(path)),
      inBrowser: ordered.inBrowser.map(({ path }) => path),
    });
  }
}
