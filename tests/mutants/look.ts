import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { pageSources } from '../support/build-tab.ts';
import type { Copy } from './copy.ts';
import type { Mutant } from './mutant.ts';

/** What became of a planted bug. One that fits no more, cannot be loaded, or keeps its tests from saying anything, proves nothing of them. */
export const verdicts = ['caught', 'MISSED', 'no fit', 'no load', 'no end'] as const;
export type Verdict = (typeof verdicts)[number];

/** What tests said. */
export interface Said {
  readonly passed: boolean;
  /** The first test that failed, and how it put it, in a line. */
  readonly by: string;
  /** The code could not be read, so nothing of it ran. */
  readonly isBroken: boolean;
  /** The files that failed. */
  readonly failed: readonly string[];
}

const resultSchema = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

const unread = /SyntaxError|does not provide an export named|Cannot find module/u;
const lineOf = (text: string): string => {
  const lines = stripVTControlCharacters(text).split('\n');
  return (lines.map((line) => line.trim()).find((line) => line !== '' && !line.startsWith('●')) ?? '').slice(0, 160);
};

/** Reads what Jest wrote of a run in `folder`. */
export function readSaid(json: string, folder: string): Said {
  const { success, testResults } = resultSchema.parse(JSON.parse(json));
  const failed = testResults.filter(({ status }) => status === 'failed');
  const tests = failed.flatMap(({ assertionResults }) => assertionResults);
  const first = tests.find(({ status }) => status === 'failed');
  const messages = failed.map(({ message }) => message).join('\n');
  return {
    passed: success,
    by: first ? `${first.fullName}: ${lineOf(first.failureMessages.join('\n'))}` : lineOf(messages),
    isBroken: first === undefined && unread.test(messages),
    failed: failed.map(({ name }) => name.slice(folder.length + 1)),
  };
}

/** Far longer than a file of these tests takes: a bug that turns for ever, where no time-out is looked at, is ended here. */
const longestMs = 900_000;

/**
 * Runs tests in the copy; `anew` builds the pages of what stands there, where they are older, and `hasty` waits a third as
 * long as else for what does not happen. Missing where Jest ended without having said anything: it was cut off, or could
 * not begin.
 */
export async function runTests(
  copy: Copy,
  tests: readonly string[],
  { anew, hasty }: { readonly anew: boolean; readonly hasty: boolean },
): Promise<Said | undefined> {
  const out = join(copy.folder, '..', 'said.json');
  rmSync(out, { force: true });
  const jest = ['--no-warnings', '--experimental-vm-modules', join('node_modules', 'jest', 'bin', 'jest.js')];
  // One alone needs no process of its own beside; what a bug leaves open ends with it.
  const where = tests.length > 1 ? ['-w', '1'] : ['-i', '--forceExit'];
  const options = ['-c', 'tests/mutants/mutants.jest.config.js', ...where, '--silent', '--json', '--outputFile', out];
  const run = spawn(process.execPath, [...jest, ...options, '--runTestsByPath', ...tests], {
    cwd: copy.folder,
    env: { ...(hasty && { PATIENCE_SECONDS: '30' }), ...process.env, BUILT_PAGE: anew ? 'anew' : 'as it is' },
    stdio: 'ignore',
    timeout: longestMs * tests.length,
    killSignal: 'SIGKILL',
  });
  await once(run, 'exit');
  return existsSync(out) ? readSaid(readFileSync(out, 'utf8'), copy.folder) : undefined;
}

const isOfThePage = (file: string): boolean => pageSources.some((glob) => matchesGlob(file, glob));
const looksAtThePage = (copy: Copy, test: string): boolean =>
  /browser|built|dist/u.test(readFileSync(join(copy.folder, test), 'utf8'));

async function runUnder(copy: Copy, file: string, test: string): Promise<Said | undefined> {
  // Building the page costs more than most tests: where none seems to look at it, only what is missed is looked at again.
  const first = isOfThePage(file) && looksAtThePage(copy, test);
  // Much of what is planted shows itself in that something never happens.
  const said = await runTests(copy, [test], { anew: first, hasty: true });
  return said?.passed && !first && isOfThePage(file) ? await runTests(copy, [test], { anew: true, hasty: true }) : said;
}

/** What was made of a planted bug, and how the test put it that noticed. */
interface Found {
  readonly verdict: Verdict;
  readonly by: string;
}
const waitedInVain = /it did not happen|Exceeded timeout/u;

async function foundBy(copy: Copy, mutant: Mutant): Promise<Found & { readonly test?: string }> {
  const mend = copy.plant(mutant);
  if (!mend) return { verdict: 'no fit', by: `${mutant.file} has changed` };
  try {
    for (const test of mutant.tests) {
      const said = await runUnder(copy, mutant.file, test);
      if (!said) return { verdict: 'no end', by: `${test} ended without a result` };
      if (!said.passed) return { verdict: said.isBroken ? 'no load' : 'caught', by: said.by, test };
    }
    return { verdict: 'MISSED', by: '' };
  } finally {
    mend();
  }
}

/** Plants one bug and says what its tests made of it, one after the other until one notices. */
export async function tryOut(copy: Copy, mutant: Mutant): Promise<Found> {
  const { verdict, by, test } = await foundBy(copy, mutant);
  if (test !== undefined && waitedInVain.test(by)) {
    // It may be the machine that had no time for it: then the same happens where nothing is planted.
    const said = await runTests(copy, [test], { anew: false, hasty: true });
    if (!said?.passed) return { verdict: 'no end', by: `as it is, too: ${by}` };
  }
  return { verdict, by };
}
