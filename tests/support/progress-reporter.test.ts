import { execFile } from 'node:child_process';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import ProgressReporter, { type Screen } from './progress-reporter.ts';
import { createTemporaryFolder } from './storage/temporary-folder.ts';

const root = join(import.meta.dirname, '../..');
const config = { rootDir: '/planted', testMatch: [] };
const fileOf = (name: string) => ({ path: `/planted/tests/${name}.test.ts`, context: { config } });
const perfStats = {
  end: 0,
  start: 0,
  loadTestEnvironmentEnd: 0,
  loadTestEnvironmentStart: 0,
  setupAfterEnvEnd: 0,
  setupAfterEnvStart: 0,
  setupFilesEnd: 0,
  setupFilesStart: 0,
  slow: false,
};

/** A screen that keeps what is written, with a clock that a test moves. */
function plantedScreen(isTerminal: boolean) {
  let [nowMs, written, tick] = [0, '', (): void => undefined];
  let ended = false;
  const screen: Screen = {
    isTerminal,
    columns: 60,
    now: () => nowMs,
    write: (text) => {
      written += text;
    },
    every: (_ms, act) => {
      tick = act;
      return () => {
        ended = true;
      };
    },
  };
  return {
    screen,
    pass: (ms: number) => {
      nowMs += ms;
      tick();
    },
    /** What was written since it was last asked for. */
    taken: () => {
      const all = written;
      written = '';
      return all;
    },
    hasEnded: () => ended,
  };
}

function resultOf(fullName: string, status: 'passed' | 'failed', message?: string) {
  const failureMessages = message === undefined ? [] : [message];
  return {
    ancestorTitles: [],
    title: fullName,
    fullName,
    status,
    failureMessages,
    failureDetails: [],
    numPassingAsserts: 0,
  };
}

describe('the reporter of a run', () => {
  it.each([true, false])('says how far it is, and no more of a file that passes (terminal: %s)', (isTerminal) => {
    const { screen, pass, taken, hasEnded } = plantedScreen(isTerminal);
    const reporter = new ProgressReporter({ noStackTrace: false }, undefined, undefined, screen);
    reporter.onRunStart({ numTotalTestSuites: 3 });
    const [one, two] = [fileOf('one'), fileOf('two')];
    reporter.onTestFileStart(one);
    reporter.onTestFileStart(two);
    taken();
    reporter.onTestCaseResult(one, resultOf('adds', 'passed'));
    reporter.onTestFileResult(one, {
      perfStats: { ...perfStats, runtime: 2_500 },
      testResults: [resultOf('adds', 'passed')],
    });
    expect(taken()).toBe('');
    pass(30_000);
    const line = '1 of 3 files, 1 tests, 0.5 minutes; at tests/two.test.ts';
    expect(taken()).toBe(isTerminal ? `\r\u001B[K${line.slice(0, 59)}` : `${line}\n`);
    expect(hasEnded()).toBe(false);
  });

  it('tells of a failure before its file has ended, and once; at the end of the file of any that is left', () => {
    const { screen, taken } = plantedScreen(false);
    const reporter = new ProgressReporter({ noStackTrace: false }, undefined, undefined, screen);
    reporter.onRunStart({ numTotalTestSuites: 1 });
    const [one, failed] = [fileOf('one'), resultOf('adds "two" ($2) once', 'failed', 'Error: planted')];
    reporter.onTestCaseResult(one, failed);
    const said = taken();
    expect(said).toContain('planted');
    expect(said).toContain('Run it alone: npm run test:one -- tests/one.test.ts -t "adds .two. ..2. once"\n');
    const unknown = resultOf('was never told of', 'failed', 'Error: planted too');
    reporter.onTestFileResult(one, { perfStats: { ...perfStats, runtime: 1 }, testResults: [failed, unknown] });
    const added = taken();
    expect(added).toContain('planted too');
    expect(added).not.toContain('adds .two.');
  });
});

describe('a run of planted files', () => {
  let folder: string;
  beforeEach(() => {
    folder = createTemporaryFolder();
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const reporters = [join(root, 'tests/support/progress-reporter.ts')];
    writeFileSync(join(folder, 'jest.config.json'), JSON.stringify({ reporters, transform: {} }));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** How a run ends, and what it prints to a log. */
  const runOf = (
    files: Readonly<Record<string, string>>,
  ): Promise<{ readonly failed: boolean; readonly printed: string }> => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.test.js`), text);
    const asked = ['--no-warnings', join(root, 'node_modules/jest/bin/jest.js'), '-i'];
    const env = { ...process.env, FORCE_COLOR: '0' };
    return new Promise((resolve) =>
      execFile(process.execPath, asked, { cwd: folder, env }, (error, stdout, stderr) =>
        resolve({ failed: error !== null, printed: stdout + stderr }),
      ),
    );
  };

  it('ends with the slowest files, the failures again and the totals', async () => {
    const { failed, printed } = await runOf({
      right: `test('is right', () => expect(1).toBe(1)); test.todo('later');`,
      wrong: `describe('two', () => { test('is one', () => expect(2).toBe(1)); });`,
      hook: `test('passes first', () => undefined); afterAll(() => { throw new Error('planted in a hook'); });`,
      broken: `throw new Error('planted while loading');`,
    });
    expect(failed).toBe(true);
    const [during = '', after = ''] = printed.split('The slowest files:');
    expect(during).toMatch(
      /● two › is one[^]+Expected: 1[^]+Received: 2[^]+npm run test:one -- wrong\.test\.js -t "two is one"/u,
    );
    expect(during).toContain('planted in a hook');
    expect(during).toContain('planted while loading');
    expect(during).not.toContain('right.test.js');
    expect(after.match(/^ +\d+\.\d s {2}\w+\.test\.js$/gmu)?.length).toBe(4);
    expect(after.match(/npm run test:one -- .*$/gmu)?.sort()).toEqual([
      'npm run test:one -- broken.test.js',
      'npm run test:one -- hook.test.js',
      'npm run test:one -- wrong.test.js -t "two is one"',
    ]);
    expect(after).toMatch(/\nFiles: 1 passed, 3 failed\. Tests: 2 passed, 1 failed\. \d+\.\d minutes\.\n$/u);
  });

  it('shows nothing that a test printed', async () => {
    const { failed, printed } = await runOf({
      prints: `test('prints', () => console.log('what somebody wrote'));`,
      silent: `test('does not', () => undefined);`,
    });
    expect(failed).toBe(false);
    expect(printed).not.toContain('what somebody wrote');
    expect(printed).toContain('Files: 2 passed. Tests: 2 passed.');
  });
});
