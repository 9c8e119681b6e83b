import { relative } from 'node:path';
import type { AggregatedResult, Reporter, TestCaseResult, TestResult } from '@jest/reporters';
import { formatResultsErrors } from 'jest-message-util';

/** What a reporter writes to, and the clock that it reads. */
export interface Screen {
  readonly write: (text: string) => unknown;
  /** A terminal has one line of progress, written over again and again; a log gets a new line now and then. */
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly now: () => number;
  /** Calls `act` again and again, until the function that it returns is called. */
  readonly every: (ms: number, act: () => void) => () => void;
}

const screenOfProcess: Screen = {
  write: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY && process.env['TERM'] !== 'dumb' && !process.env['CI'],
  columns: process.stderr.columns ?? 80,
  now: () => performance.now(),
  every: (ms, act) => {
    const timer = setInterval(act, ms).unref();
    return () => clearInterval(timer);
  },
};

/** What is read of a test file: less than Jest gives. */
interface TestFile {
  readonly path: string;
  readonly context: { readonly config: { readonly rootDir: string; readonly testMatch: string[] } };
}
interface Failure {
  readonly file: string;
  /** Undefined if the file itself failed. */
  readonly name: string | undefined;
}

const clearedLine = '\r\u001B[K';
const slowestShown = 10;

/** Runs one test, or one file. `-t` takes a pattern: what a pattern or a shell could take for its own becomes "any character". */
const commandFor = ({ file, name }: Failure): string => {
  const pattern = name === undefined ? '' : ` -t "${name.replaceAll(/[^\p{L}\p{N} ,:;_/'=-]/gu, '.')}"`;
  return `npm run test:one -- ${file}${pattern}`;
};

/**
 * Jest's reporter for this project: how far the run is, each failure as it happens with the command that runs it alone,
 * and at the end the slowest files, the failures again and the totals. Of what a test printed or compared it shows what
 * Jest's own message of a failure shows, and nothing else.
 */
export default class ProgressReporter implements Reporter {
  readonly #screen: Screen;
  readonly #settings: { readonly noStackTrace: boolean; readonly verbose?: boolean | undefined };
  readonly #running = new Set<string>();
  readonly #failures: Failure[] = [];
  readonly #seconds = new Map<string, number>();
  #tests = 0;
  #total = 0;
  #begunAt = 0;
  #stop = (): void => undefined;

  constructor(
    settings: { readonly noStackTrace: boolean; readonly verbose?: boolean | undefined },
    _options?: unknown,
    _context?: unknown,
    screen = screenOfProcess,
  ) {
    this.#settings = settings;
    this.#screen = screen;
  }

  onRunStart({ numTotalTestSuites }: Pick<AggregatedResult, 'numTotalTestSuites'>): void {
    this.#begunAt = this.#screen.now();
    this.#total = numTotalTestSuites;
    const { isTerminal, every } = this.#screen;
    this.#stop = every(isTerminal ? 1_000 : 15_000, () => this.#showProgress());
  }

  onTestFileStart({ path, context }: TestFile): void {
    this.#running.add(relative(context.config.rootDir, path));
    if (this.#screen.isTerminal) this.#showProgress();
  }

  onTestCaseResult(test: TestFile, result: TestCaseResult): void {
    if (result.status === 'passed' || result.status === 'failed') this.#tests += 1;
    if (result.status === 'failed') this.#tell(test, result);
    else if (this.#settings.verbose) this.#say(`  ${result.status === 'passed' ? '✓' : '○'} ${result.fullName}`);
  }

  onTestFileResult(
    test: TestFile,
    result: Pick<TestResult, 'failureMessage' | 'perfStats' | 'testExecError'> & {
      readonly testResults: readonly TestCaseResult[];
    },
  ): void {
    const file = relative(test.context.config.rootDir, test.path);
    this.#running.delete(file);
    this.#seconds.set(file, result.perfStats.runtime / 1_000);
    const told = new Set(this.#failures.filter((failure) => failure.file === file).map(({ name }) => name));
    // The result of a file has the last word on its tests: none of its failures may go untold.
    for (const each of result.testResults)
      if (each.status === 'failed' && !told.has(each.fullName)) this.#tell(test, each);
    if (result.testExecError) this.#tellFailure({ file, name: undefined }, result.failureMessage ?? '');
  }

  /** An error if any test failed: Jest takes no account of a file that it cuts off, whatever failed in it before. */
  getLastError(): Error | undefined {
    return this.#failures.length > 0 ? new Error('a test failed') : undefined;
  }

  onRunComplete(_contexts: unknown, results: AggregatedResult): void {
    this.#stop();
    const slowest = [...this.#seconds].sort(([, one], [, other]) => other - one).slice(0, slowestShown);
    if (slowest.length > 1) {
      const lines = slowest.map(([file, seconds]) => `${seconds.toFixed(1).padStart(7)} s  ${file}`);
      this.#say(['', 'The slowest files:', ...lines].join('\n'));
    }
    if (this.#failures.length > 0) {
      this.#say(
        ['', 'What failed, and how to run it alone:', ...this.#failures.map((each) => `  ${commandFor(each)}`)].join(
          '\n',
        ),
      );
    }
    const { numFailedTestSuites, numPassedTestSuites, numFailedTests, numPassedTests, numPendingTests } = results;
    const notRun = this.#total - this.#seconds.size;
    const files = [
      `${numPassedTestSuites} passed`,
      ...(numFailedTestSuites > 0 ? [`${numFailedTestSuites} failed`] : []),
      ...(notRun > 0 ? [`${notRun} not run`] : []),
    ];
    const tests = [
      `${numPassedTests} passed`,
      ...(numFailedTests > 0 ? [`${numFailedTests} failed`] : []),
      ...(numPendingTests > 0 ? [`${numPendingTests} skipped`] : []),
    ];
    this.#say(`\nFiles: ${files.join(', ')}. Tests: ${tests.join(', ')}. ${this.#minutes()}.`);
  }

  #minutes(): string {
    const minutes = (this.#screen.now() - this.#begunAt) / 60_000;
    return `${minutes.toFixed(1)} minutes`;
  }

  #tell(test: TestFile, result: TestCaseResult): void {
    const { config } = test.context;
    const { noStackTrace } = this.#settings;
    const message = formatResultsErrors([result], config, { noStackTrace }, test.path);
    this.#tellFailure({ file: relative(config.rootDir, test.path), name: result.fullName }, message ?? '');
  }

  #tellFailure(failure: Failure, message: string): void {
    this.#failures.push(failure);
    this.#say(`FAIL ${failure.file}\n${message.trimEnd()}\n\n  Run it alone: ${commandFor(failure)}\n`);
  }

  #say(text: string): void {
    this.#screen.write(`${this.#screen.isTerminal ? clearedLine : ''}${text}\n`);
  }

  #showProgress(): void {
    const failed = this.#failures.length > 0 ? `, ${this.#failures.length} failed` : '';
    const line = `${this.#seconds.size} of ${this.#total} files, ${this.#tests} tests${failed}, ${this.#minutes()}; at ${[...this.#running].join(', ')}`;
    const { isTerminal, columns, write } = this.#screen;
    write(isTerminal ? `${clearedLine}${line.slice(0, columns - 1)}` : `${line}\n`);
  }
}
