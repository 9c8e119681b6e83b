import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '../support/journeys/wait-for.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

const root = join(import.meta.dirname, '../..');
const support = join(root, 'tests/support');
const jestConfig = {
  runtime: join(support, 'jest/native-runtime.ts'),
  testEnvironment: join(support, 'jest/native-environment.ts'),
  transform: {},
  testTimeout: 600_000,
  reporters: [join(support, 'progress-reporter.ts')],
};
const planted = {
  'package.json': '{ "type": "module" }\n',
  '.gitignore': 'node_modules\n',
  'jest.config.js': `export default ${JSON.stringify(jestConfig)};\n`,
  'tsconfig.json': `{ "compilerOptions": { "strict": true, "noEmit": true, "types": [] }, "include": ["core"] }\n`,
  '.oxlintrc.json': '{ "rules": { "no-debugger": "error" } }\n',
  '.dependency-cruiser.mjs': `export default {
  forbidden: [{ name: 'no-node', severity: 'error', from: { path: '^core/' }, to: { dependencyTypes: ['core'] } }],
  options: { parser: 'swc' },
};
`,
  'core/sum.js': 'export const sum = (one, other) => one + other;\n',
  'core/typed.ts': 'export const typed: number = 1;\n',
  'tests/core/sum.test.js': `import { sum } from '../../core/sum.js';\n\ntest('adds', () => expect(sum(1, 2)).toBe(3));\n`,
  'tests/core/also.test.js': `import { sum } from '../../core/sum.js';\n\ntest('adds nothing', () => expect(sum(1, 0)).toBe(1));\n`,
  'tests/apart.test.js': `test('is not reached', () => expect(1).toBe(2));\n`,
  'tests/page.test.js': `import 'playwright-core';\nimport '../core/sum.js';\n\ntest('opens a browser', () => expect(1).toBe(2));\n`,
};

let folder: string;
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const commitAll = (): void => {
  for (const args of [
    ['add', '.'],
    ['-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-qm', 'planted'],
  ]) {
    execFileSync('git', args, { cwd: folder });
  }
};

beforeEach(() => {
  folder = createTemporaryFolder();
  mkdirSync(join(folder, 'node_modules'));
  for (const tool of ['@biomejs', 'dependency-cruiser', 'jest', 'oxlint', 'oxlint-tsgolint', 'typescript', '.bin']) {
    symlinkSync(join(root, 'node_modules', tool), join(folder, 'node_modules', tool));
  }
  for (const [path, text] of Object.entries(planted)) write(path, text);
  execFileSync('git', ['init', '-q'], { cwd: folder });
  commitAll();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function runQuick(...args: readonly string[]): Promise<{ readonly failed: boolean; readonly printed: string }> {
  const command = ['--no-warnings', join(root, 'tests/quick/run.ts'), ...args];
  const env = { ...process.env, FORCE_COLOR: '0' };
  return new Promise((resolve) =>
    execFile(process.execPath, command, { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ failed: error !== null, printed: stdout + stderr }),
    ),
  );
}

/** A process that has ended is there until its parent has asked for its code. */
const isThere = (pid: number): boolean =>
  execFileSync('ps', ['-A', '-o', 'pid=,stat='], { encoding: 'utf8' })
    .split('\n')
    .some((line) => new RegExp(`^ *${pid} +[^Z]`, 'u').test(line));

describe('npm run test:quick', () => {
  it('checks what is not committed, runs the tests that reach it without a browser, and says what it left out', async () => {
    write('core/sum.js', `${planted['core/sum.js']}\nexport const zero = 0;\n`);
    const { failed, printed } = await runQuick('--seconds', '600');
    expect(printed).toMatch(/^Changed: core\/sum\.js$/mu);
    for (const part of ['types', 'lint', 'rooms', 'format', 'tests'])
      expect(printed).toMatch(new RegExp(`^${part}: right `, 'mu'));
    expect(printed).toContain('Files: 2 passed, 1 not run. Tests: 2 passed.');
    expect(printed).toContain('Left out because they need a browser, or a new page: 1 in tests.\n');
    expect(printed).toContain('All that reaches the change: npm test -- --findRelatedTests core/sum.js\n');
    expect(failed).toBe(false);
  });

  it('says which parts fail and how to run each alone', async () => {
    write('core/sum.js', 'export const sum = (one, other) => one - other; debugger\n');
    write('core/reads.js', "import 'node:fs';\n");
    write('core/typed.ts', "export const typed: number = 'one';\n");
    const { failed, printed } = await runQuick('--seconds', '600');
    expect(failed).toBe(true);
    expect(printed).toContain("Type 'string' is not assignable to type 'number'");
    expect(printed).toMatch(/^types: WRONG\. Alone: npm run types$/mu);
    expect(printed).toMatch(/^lint: WRONG\. Alone: npm run lint$/mu);
    expect(printed).toMatch(/^rooms: WRONG\. Alone: npm run lint$/mu);
    expect(printed).toMatch(/^format: WRONG\. Alone: npm run format$/mu);
    expect(printed).toMatch(
      /^tests: WRONG\. Alone: npm test -- --findRelatedTests core\/sum\.js core\/typed\.ts core\/reads\.js$/mu,
    );
    expect(printed).toContain('Run it alone: npm run test:one -- tests/core/sum.test.js -t "adds"');
  });

  it('looks at the last commit if nothing else has changed, and counts by folder what it had no time for', async () => {
    write('core/sum.js', `${planted['core/sum.js']}\nexport const zero = 0;\n`);
    commitAll();
    const { failed, printed } = await runQuick('--seconds', '0');
    expect(printed).toMatch(/^Changed: core\/sum\.js$/mu);
    expect(printed).toContain('Left out for lack of time: 2 in tests/core.\n');
    expect(printed).toContain('Files: 0 passed, 3 not run.');
    expect(failed).toBe(false);
  });

  it('leaves no process of a test behind when it is ended', async () => {
    const [pidFile, waits] = [join(folder, 'pid'), JSON.stringify('setInterval(() => undefined, 1_000)')];
    write(
      'tests/core/sum.test.js',
      `import { spawn } from 'node:child_process';
      import { writeFileSync } from 'node:fs';
      test('waits', () => {
        const { pid } = spawn(process.execPath, ['-e', ${waits}]);
        writeFileSync(${JSON.stringify(pidFile)}, String(pid));
        return new Promise(() => undefined);
      });`,
    );
    const command = ['--no-warnings', join(root, 'tests/quick/run.ts'), '--seconds', '600'];
    const quick = spawn(process.execPath, command, { cwd: folder, stdio: 'ignore' });
    const ended = once(quick, 'exit');
    const pid = await waitFor('the test has started its process', () =>
      existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) || undefined : undefined,
    );
    quick.kill('SIGTERM');
    expect(await ended).toEqual([1, null]);
    await waitFor('its process is gone', () => (isThere(pid) ? undefined : true));
  });

  it('ends as wrong if a test failed in a file that it cut off', async () => {
    const failed = `test('fails', () => expect(1).toBe(2));`;
    const waits = `test('waits', () => new Promise(() => undefined));`;
    write('tests/core/sum.test.js', `import '../../core/sum.js';\n\n${failed}\n${waits}\n`);
    // On a busy machine a short time is over before the file has begun.
    for (let seconds = 12; seconds < 200; seconds *= 2) {
      const { failed: isWrong, printed } = await runQuick('--seconds', String(seconds));
      if (!printed.includes('FAIL tests/core/sum.test.js')) continue;
      expect(isWrong).toBe(true);
      expect(printed).toMatch(/^tests: WRONG /mu);
      return;
    }
    throw new Error('the file was never begun');
  });

  it('keeps how long a file had run that it cut off, so that the next time others come before it', async () => {
    write(
      'tests/core/also.test.js',
      `import '../../core/sum.js';\n\ntest('waits', () => new Promise(() => undefined));\n`,
    );
    const kept = join(folder, 'node_modules/.cache/cut-off-tests.json');
    // On a busy machine a short time is over before the file has begun.
    for (let seconds = 12; seconds < 200 && !existsSync(kept); seconds *= 2) {
      const { printed } = await runQuick('--seconds', `${seconds}`);
      expect(printed).toContain('Left out for lack of time: ');
      expect(printed).not.toContain('leak');
    }
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual({ 'tests/core/also.test.js': expect.any(Number) });
  });
});
