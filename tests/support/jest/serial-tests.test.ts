import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createTemporaryFolder } from '../storage/temporary-folder.ts';

const jest = join(import.meta.dirname, '../../../node_modules/jest/bin/jest.js');
/** How Node loads the modules of a test file, and how Jest does. */
const ways = {
  node: {
    runtime: join(import.meta.dirname, 'native-runtime.ts'),
    testEnvironment: join(import.meta.dirname, 'native-environment.ts'),
  },
  jest: { testEnvironment: join(import.meta.dirname, 'context-environment.ts') },
};
type Way = keyof typeof ways;
const outcomeSchema = z.object({
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ title: z.string(), status: z.string() })) })),
});

let folder: string;
beforeEach(() => {
  folder = createTemporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What becomes of the tests of a file, by their names. */
async function outcomeOf(way: Way, file: string, patienceMs = 60_000): Promise<Readonly<Record<string, string>>> {
  writeFileSync(join(folder, 'planted.test.js'), file);
  const config = { ...ways[way], testEnvironmentOptions: { patienceMs }, transform: {} };
  writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(config));
  const out = join(folder, 'out.json');
  const asked = ['--no-warnings', jest, '-i', '--json', '--outputFile', out];
  await new Promise((resolve) => execFile(process.execPath, asked, { cwd: folder }, resolve));
  const { testResults } = outcomeSchema.parse(JSON.parse(readFileSync(out, 'utf8')));
  return Object.fromEntries(
    testResults.flatMap(({ assertionResults }) => assertionResults.map(({ title, status }) => [title, status])),
  );
}

describe.each(['node', 'jest'] as const)('a test that is cut off, with modules loaded by %s', (way) => {
  it('is waited for by the next one, which works with what is its own', async () => {
    const outcome = await outcomeOf(
      way,
      `
      let shared;
      beforeEach(() => { shared = []; });
      test('slow', async () => {
        await new Promise((resolve) => setTimeout(resolve, 700));
        shared.push('late');
      }, 50);
      test('next', async () => {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        expect(shared).toEqual([]);
      }, 60_000);
      test('wrong', async () => { throw new Error('planted'); });
      test('last', () => expect(shared).toEqual([]));`,
    );
    expect(outcome).toEqual({ slow: 'failed', next: 'passed', wrong: 'failed', last: 'passed' });
  });

  it('is waited for where it stood in a hook, and where what follows it ends it', async () => {
    const outcome = await outcomeOf(
      way,
      `
      let ended; let begun = false; let first = true;
      beforeEach(async () => {
        if (!first) return;
        first = false;
        await new Promise((resolve) => { ended = resolve; });
        begun = true;
      }, 50);
      afterEach(() => setTimeout(ended, 300));
      test('hook', () => undefined);
      test('next', () => expect(begun).toBe(true));`,
    );
    expect(outcome).toEqual({ hook: 'failed', next: 'passed' });
  });

  it('that never ends is the only one that fails: what stands behind it in the file is not run', async () => {
    const file = `
      test('before', () => undefined);
      test('endless', () => new Promise(() => undefined), 50);
      test('behind', () => { throw new Error('run all the same'); });`;
    expect(await outcomeOf(way, file, 500)).toEqual({ before: 'passed', endless: 'failed', behind: 'pending' });
  });

  it('in a hook before all of them fails each of them, and none is skipped', async () => {
    const file = `
      beforeAll(() => new Promise(() => undefined), 50);
      test('first', () => undefined);
      test('second', () => undefined);`;
    expect(await outcomeOf(way, file, 500)).toEqual({ first: 'failed', second: 'failed' });
  });
});
