import { join, resolve } from 'node:path';
import { type Copy, copyOf } from './copy.ts';
import { type Kept, keep, readKept, stateOf, without } from './kept.ts';
import { runTests, tryOut } from './look.ts';
import type { Mutant } from './mutant.ts';
import { areas } from './mutants.ts';
import { askedOf, figuresOf, leftOf, unprovenOf } from './plan.ts';

// Plants each bug in a copy of the project, one at a time, and runs the tests that have to notice: all of them, those of
// the areas that are named, or those whose names hold what is given. `--continue` goes on with what is not known of this
// commit, `--copies 2` tries areas in two copies at a time, `--figures` says what is known and tries nothing.

const root = resolve(import.meta.dirname, '../..');
const file = join(root, 'test-results', 'mutants.jsonl');
const asked = askedOf(process.argv.slice(2), areas);
const commit = stateOf(root);
const before = readKept(file);
/** What counts: of this commit, only what this run has seen, unless it goes on with another. */
const known = (): Kept => (asked.goesOn || asked.onlySays ? readKept(file) : without(readKept(file), before, commit));
const copies: Copy[] = [];
const removeAll = (): void => {
  for (const copy of copies.splice(0)) copy.remove();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
process.once('exit', removeAll);

/** The tests of an area that do not pass as they are: one that fails by itself would seem to catch everything. */
async function redOf(copy: Copy, bugs: readonly Mutant[]): Promise<ReadonlySet<string>> {
  const unproven = unprovenOf(
    bugs.flatMap(({ tests }) => tests),
    known(),
    commit,
  );
  if (unproven.length === 0) return new Set();
  const said = await runTests(copy, unproven, { anew: true, hasty: false });
  const red = new Set(said ? said.failed : unproven);
  for (const test of unproven) keep(file, { commit, test, passed: !red.has(test) });
  if (said && red.size > 0) console.log(`RED     as it is: ${[...red].join(', ')}: ${said.by}`);
  return red;
}

async function tryArea(copy: Copy, area: string, bugs: readonly Mutant[]): Promise<void> {
  const red = await redOf(copy, bugs);
  for (const mutant of bugs) {
    if (mutant.tests.some((test) => red.has(test))) {
      console.log(`RED     ${mutant.promise.padEnd(14)}  ${area}: ${mutant.name}`);
      continue;
    }
    const start = performance.now();
    const { verdict, by } = await tryOut(copy, mutant);
    const seconds = Math.round((performance.now() - start) / 100) / 10;
    keep(file, { commit, area, name: mutant.name, verdict, by, seconds });
    console.log(`${verdict.padEnd(7)} ${mutant.promise.padEnd(14)}  ${area}: ${mutant.name}  ${seconds} s`);
  }
}

if (!asked.onlySays) {
  const left = Object.entries(leftOf(asked.areas, known(), commit));
  const next = left[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: Math.min(asked.copies, left.length) }, async () => {
      const copy = copyOf(root);
      copies.push(copy);
      for (const [area, bugs] of next) await tryArea(copy, area, bugs);
    }),
  );
}
const { lines, isWhole } = figuresOf(asked.areas, known(), commit);
console.log(`\n${lines.join('\n')}`);
process.exitCode = isWhole ? 0 : 1;
