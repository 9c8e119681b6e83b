import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { dirname, extname, join, matchesGlob } from 'node:path';
import { z } from 'zod';
import { pageSources } from '../../tab/build/build-stamp.ts';

// `npm run test:quick`: the types, the rules and the format of what has changed, and as many of the tests that reach it
// as a minute has room for; `-- --seconds 180` gives them more. What has changed is what is not committed, or else the
// last commit. Ends with 1 if a part fails.
const begunAt = Date.now();
const secondsAt = process.argv.indexOf('--seconds');
const seconds = secondsAt === -1 ? 60 : z.coerce.number().parse(process.argv[secondsAt + 1]);
/** Of the time: what Jest needs to end, and in it what a file has that is running then to end in order. */
const [endMs, graceMs] = [8_000, 6_000];

interface Part {
  readonly name: string;
  readonly works: boolean;
  /** What runs this part alone. */
  readonly alone: string;
}

const print = (line: string): unknown => process.stdout.write(`${line}\n`);
const secondsSince = (at: number): string => `${((Date.now() - at) / 1_000).toFixed(1)} s`;

const pathsOf = (...asked: string[]): readonly string[] =>
  execFileSync('git', asked, { encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '' && existsSync(path));

function changedFiles(): readonly string[] {
  const uncommitted = [
    ...pathsOf('diff', '--name-only', '--relative', '-z', 'HEAD'),
    ...pathsOf('ls-files', '--others', '--exclude-standard', '-z'),
  ];
  if (uncommitted.length > 0) return uncommitted;
  return pathsOf('show', '--name-only', '--relative', '--format=', '-z', 'HEAD');
}

const started = new Set<ChildProcess>();
/** Ends what the parts have left behind, such as the children of a test that was cut off: each part is a process group. */
function endAll(): void {
  for (const { pid } of started) {
    try {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  }
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    endAll();
    process.exit(1);
  });
}

/** Starts one of the tools of the project, as a process group of its own. */
function start(tool: readonly string[], stdio: 'pipe' | 'inherit', env = process.env): ChildProcess {
  const [path = '', ...args] = tool;
  const child = spawn(process.execPath, ['--no-warnings', join('node_modules', path), ...args], {
    stdio: stdio === 'pipe' ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
    env,
  });
  started.add(child);
  return child;
}

/** Runs a tool, and prints what it says if it fails. */
async function check(name: string, alone: string, ...tool: string[]): Promise<Part> {
  const at = Date.now();
  const child = start(tool, 'pipe');
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const works = await exitsSuccessfully(child);
  print(works ? `${name}: right (${secondsSince(at)})` : `${said.trimEnd()}\n${name}: WRONG (${secondsSince(at)})`);
  return { name, works, alone };
}

const exitsSuccessfully = (child: ChildProcess): Promise<boolean> =>
  new Promise((resolve) => child.once('close', (code) => resolve(code === 0)));

const leftOutSchema = z.object({ outOfTime: z.array(z.string()), inBrowser: z.array(z.string()) });
type LeftOut = z.infer<typeof leftOutSchema>;
const nothingLeftOut: LeftOut = { outOfTime: [], inBrowser: [] };

/** Runs the tests that reach what has changed until the time is up. */
async function runTests(changed: readonly string[], all: string): Promise<Part & { readonly leftOut: LeftOut }> {
  const at = Date.now();
  const isBuilt = ['dist/tab', 'dist/partners'].every((page) => existsSync(join(page, 'index.html')));
  const asked = { changed, until: begunAt + seconds * 1_000 - endMs };
  // No test that is run here looks at what is on the page; the server asks that there is one.
  const setup = isBuilt ? ['--globalSetup', ''] : [];
  const bounds = ['--maxWorkers', '100%', '--workerGracefulExitTimeout', `${graceMs}`, '--passWithNoTests'];
  const runner = ['--runner', join(import.meta.dirname, 'runner.ts')];
  const child = start(
    ['jest/bin/jest.js', ...bounds, ...runner, ...setup, '--findRelatedTests', ...changed, ...findUntested(changed)],
    'inherit',
    { ...process.env, QUICK_TESTS: JSON.stringify(asked) },
  );
  let leftOut = nothingLeftOut;
  child.on('message', (message) => {
    leftOut = leftOutSchema.parse(message);
  });
  const works = await exitsSuccessfully(child);
  print(`tests: ${works ? 'right' : 'WRONG'} (${secondsSince(at)})`);
  return { name: 'tests', works, alone: all, leftOut };
}

/** The tests in the folder that mirrors that of a file whose imports Jest does not follow, such as a text or a .tsx. */
const findUntested = (changed: readonly string[]): readonly string[] =>
  changed
    .filter((path) => !['.ts', '.js', '.mjs', '.cjs', '.json'].includes(extname(path)))
    .flatMap((path) => globSync(join('tests', dirname(path), '*.test.ts')));

/** How many files each of the folders has. */
function countsByFolder(paths: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = dirname(path).split('/').slice(0, 2).join('/');
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([folder, count]) => `${count} in ${folder}`)
    .join(', ');
}

const changed = changedFiles();
const code = changed.filter((path) => /\.[cm]?[jt]sx?$/u.test(path));
const ofRooms = code.filter((path) => !path.startsWith('tests/') && existsSync(path));
const related = [...changed, ...findUntested(changed)]
  .map((path) => (path.includes(' ') ? `'${path}'` : path))
  .join(' ');
const allTests = `npm test -- --findRelatedTests ${related}`;
print(`Changed: ${changed.length > 8 ? `${changed.length} files` : changed.join(', ')}`);

/** What the compiler knows of the time before: without it a change of one test takes as long as that of a core module. */
const known = 'node_modules/.cache/types.tsbuildinfo';
const parts = [
  check(
    'types',
    'npm run types',
    'typescript/bin/tsc',
    '-p',
    'tsconfig.json',
    '--incremental',
    '--tsBuildInfoFile',
    known,
  ),
  ...(code.length > 0 ? [check('lint', 'npm run lint', 'oxlint/bin/oxlint', '--type-aware', ...code)] : []),
  ...(ofRooms.length > 0
    ? [check('rooms', 'npm run lint', 'dependency-cruiser/bin/dependency-cruiser.mjs', ...ofRooms)]
    : []),
  check('format', 'npm run format', '@biomejs/biome/bin/biome', 'format', '--no-errors-on-unmatched', ...changed),
];
const tests = changed.length > 0 ? await runTests(changed, allTests) : undefined;
const all = [...(await Promise.all(parts)), ...(tests ? [tests] : [])];
endAll();

const { outOfTime, inBrowser } = tests?.leftOut ?? nothingLeftOut;
if (outOfTime.length > 0) print(`Left out for lack of time: ${countsByFolder(outOfTime)}.`);
if (inBrowser.length > 0) print(`Left out because they need a browser, or a new page: ${countsByFolder(inBrowser)}.`);
if (outOfTime.length + inBrowser.length > 0) print(`All that reaches the change: ${allTests}`);
if (changed.some((path) => pageSources.some((source) => matchesGlob(path, source)))) {
  print('The page is made of what has changed: npm run test:browser');
}
const wrong = all.filter(({ works }) => !works);
for (const { name, alone } of wrong) print(`${name}: WRONG. Alone: ${alone}`);
print(`${wrong.length === 0 ? 'Right so far' : 'Wrong'}, after ${secondsSince(begunAt)}.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
