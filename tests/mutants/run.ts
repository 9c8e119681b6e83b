import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Mutant } from './mutant.ts';
import { areas, mutants } from './mutants.ts';

// Plants each bug in a copy of the project, one at a time, and runs the tests that have to notice: all of them, those of
// the areas that are named, or those whose names hold what is given.

const root = resolve(import.meta.dirname, '../..');
const left = ['node_modules', '.git', 'dist', 'test-results', '.data', 'development-keys'];
const wanted = process.argv.slice(2);
const chosen =
  wanted.length === 0
    ? mutants
    : wanted.flatMap((one) => areas[one] ?? mutants.filter(({ name }) => name.includes(one)));

const copy = mkdtempSync(join(tmpdir(), 'candour-mutants-'));
cpSync(root, copy, { recursive: true, filter: (path) => !left.some((name) => path === join(root, name)) });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

/** Whether these tests pass; where they ought to, `says` prints why they do not. */
function passes(tests: readonly string[], says = false): boolean {
  const jest = ['--no-warnings', '--experimental-vm-modules', join('node_modules', 'jest', 'bin', 'jest.js')];
  // Some bugs make a test hang: it is cut off sooner than where nobody planted anything.
  const options = ['--bail', '-w', '2', '--silent', '--testTimeout', '120000'];
  const run = spawnSync(process.execPath, [...jest, ...options, ...tests], {
    cwd: copy,
    // Much of what is planted shows itself in that something never happens: it is not waited for as on a busy machine.
    env: { ...process.env, PATIENCE_SECONDS: '30' },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (run.status !== 0 && says) console.error(run.stderr.slice(-4_000));
  return run.status === 0;
}

function plant(mutant: Mutant): () => void {
  const path = join(copy, mutant.file);
  const before = readFileSync(path, 'utf8');
  if (before.split(mutant.find).length !== 2)
    throw new Error(`"${mutant.name}" fits no more: ${mutant.file} has changed`);
  writeFileSync(
    path,
    before.replace(mutant.find, () => mutant.put),
  );
  return () => writeFileSync(path, before);
}

const rows: { name: string; promise: string; caught: boolean }[] = [];
try {
  // A test that fails by itself would seem to catch everything.
  const all = [...new Set(chosen.flatMap(({ tests }) => tests))];
  if (!passes(all, true)) throw new Error('the tests do not pass as they are: nothing can be said of planted bugs');
  for (const mutant of chosen) {
    const mend = plant(mutant);
    const caught = !passes(mutant.tests);
    mend();
    rows.push({ name: mutant.name, promise: mutant.promise, caught });
    console.log(`${caught ? 'caught' : 'MISSED'}  ${mutant.promise.padEnd(14)}  ${mutant.name}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
const missed = rows.filter(({ caught }) => !caught).length;
console.log(`\n${rows.length - missed} of ${rows.length} planted bugs caught.`);
mkdirSync(join(root, 'test-results'), { recursive: true });
writeFileSync(join(root, 'test-results', 'mutants.json'), `${JSON.stringify(rows, null, 2)}\n`);
process.exitCode = missed === 0 && rows.length > 0 ? 0 : 1;
