import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { resolveImport, type PlantedBug } from './planted-bug.ts';
import { plantedBugs } from './planted-bugs.ts';

// Plants each bug, one at a time, and runs the test files that have to notice: `npm run test:planted`, for all of them, or
// `npm run test:planted -- receipt`, for those whose name or promise contains a word.

const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'candour-planted-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

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
type Result = z.infer<typeof resultSchema>;

const testsOf = (bugs: readonly PlantedBug[]): readonly string[] => [
  ...new Set(bugs.flatMap(({ tests }) => tests.map((test) => relative(root, resolveImport(test))))),
];

/** Runs test files, with a bug or as the product is. Missing if Jest ended without a result. */
function runTests(
  files: readonly string[],
  planted?: { readonly name: string; readonly replaced: readonly string[] },
): Result | undefined {
  const output = join(scratch, 'result.json');
  rmSync(output, { force: true });
  const hook = `--import ${new URL('plant.ts', import.meta.url).href}`;
  spawnSync(
    process.execPath,
    [
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      // A test that a bug stopped on its way may have left a server open.
      ...(planted ? ['--runInBand', '--forceExit'] : []),
      '--testTimeout=120000',
      '--json',
      '--outputFile',
      output,
      '--runTestsByPath',
      ...files,
    ],
    {
      cwd: root,
      stdio: 'ignore',
      timeout: 900_000,
      env: {
        ...process.env,
        ...(planted && {
          PLANTED_BUG: JSON.stringify(planted),
          // What does not happen because of the bug is not waited for as long as on a machine that others keep busy.
          PATIENCE_SECONDS: '20',
          NODE_OPTIONS: [process.env.NODE_OPTIONS, '--no-warnings', hook].filter(Boolean).join(' '),
        }),
      },
    },
  );
  try {
    return resultSchema.parse(JSON.parse(readFileSync(output, 'utf8')));
  } catch {
    return undefined;
  }
}

const firstLine = (text: string): string =>
  (
    stripVTControlCharacters(text)
      .split('\n')
      .map((line) => line.trim())
      .find((line) => line !== '' && !line.startsWith('●')) ?? ''
  ).slice(0, 160);

/** The marks of a claim that did not hold: of Jest, of Node (which Jest words anew) and of a property. Anything else that was thrown shows no more than that something broke. */
const assertions = /\bexpect\(|AssertionError|Expected value|Property failed/u;

/** What the tests made of a bug: caught if an assertion of one of them failed. */
function judge(result: Result | undefined): { readonly verdict: 'caught' | 'NOT caught'; readonly by: string } {
  if (!result) return { verdict: 'NOT caught', by: 'the tests ended without a result' };
  const failed = result.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  );
  const caught = failed.find(({ failureMessages }) =>
    assertions.test(stripVTControlCharacters(failureMessages.join('\n'))),
  );
  if (caught) return { verdict: 'caught', by: caught.fullName };
  const [crashed] = failed;
  if (crashed)
    return {
      verdict: 'NOT caught',
      by: `no assertion: ${crashed.fullName}: ${firstLine(crashed.failureMessages.join('\n'))}`,
    };
  const broken = result.testResults.find(({ status }) => status === 'failed');
  return { verdict: 'NOT caught', by: broken ? `no test ran: ${firstLine(broken.message)}` : 'every test passed' };
}

/** The exports that a bug replaces. Throws if one of them is no export of its module. */
async function replacedBy(bug: PlantedBug): Promise<readonly string[]> {
  const real = await bug.module();
  const replaced = Object.keys(bug.put(real));
  const unknown = replaced.filter((name) => !(name in real));
  if (replaced.length === 0 || unknown.length > 0)
    throw new Error(`${bug.name}: replaces no export: ${unknown.join(', ')}`);
  return replaced;
}

/** Runs the test files of a bug until one catches it, each in a process of its own: the hook replaces the first instance of a module. */
async function tryOut(bug: PlantedBug): Promise<ReturnType<typeof judge>> {
  const planted = { name: bug.name, replaced: await replacedBy(bug) };
  let last = judge(undefined);
  for (const file of testsOf([bug])) {
    last = judge(runTests([file], planted));
    if (last.verdict === 'caught') break;
  }
  return last;
}

const words = process.argv.slice(2);
const bugs = plantedBugs.filter(
  ({ name, promise }) => words.length === 0 || words.some((word) => name.includes(word) || promise.includes(word)),
);
const asIs = runTests(testsOf(bugs));
const red = new Set(
  asIs
    ? asIs.testResults.flatMap(({ name, status }) => (status === 'passed' ? [] : [relative(root, name)]))
    : testsOf(bugs),
);
if (red.size > 0) console.log(`Red without a planted bug: ${[...red].join(', ')}`);
let caught = 0;
for (const bug of bugs) {
  const isRed = testsOf([bug]).some((file) => red.has(file));
  const { verdict, by } = isRed ? { verdict: 'NOT caught', by: 'its tests are red without it' } : await tryOut(bug);
  if (verdict === 'caught') caught += 1;
  console.log(`${verdict.padEnd(10)}  ${bug.promise}: ${bug.name}  (${by})`);
}
console.log(`\n${caught} of ${bugs.length} planted bugs caught.`);
process.exitCode = bugs.length > 0 && caught === bugs.length ? 0 : 1;
