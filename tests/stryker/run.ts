import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createSeededRandom } from '../support/seeded-random.ts';
import { disclosureControl, longTests } from './areas.ts';
import { equivalentMutants } from './equivalent-mutants.ts';

// `npm run test:stryker`: changes the rules of the core, the seals and disclosure control in thousands of small ways, in a
// copy, and prints which changes no test of the same room notices. `-- crypto` does one folder, `-- summary/disclosure-control/suppression.ts` one
// file, `-- disclosure` what is named so in areas.ts; `-- core --sample 20` draws as many files, the same each time;
// `--tests 'summary/disclosure-control/*'` has these tests notice, and no others.

const root = resolve(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  options: { sample: { type: 'string' }, tests: { type: 'string' } },
  allowPositionals: true,
});
const asked = positionals.length > 0 ? positionals : ['disclosure', 'crypto', 'core'];

const filesOf = (path: string): readonly string[] => {
  if (path === 'disclosure') return disclosureControl.flatMap(filesOf);
  if (path.endsWith('.ts')) return [path];
  const names = readdirSync(join(root, path), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => `${path}/${name}`);
};

const random = createSeededRandom(29);
const files = [...new Set(asked.flatMap(filesOf))]
  .sort()
  .map((file) => ({ file, order: random() }))
  .sort((one, other) => one.order - other.order)
  .slice(0, values.sample === undefined ? undefined : Number(values.sample))
  .map(({ file }) => file)
  .sort();
const tests = values.tests ? [values.tests] : [...new Set(files.map((file) => `${file.split('/')[0]}/**/*`))];

const report = join(root, 'test-results', 'stryker.json');
const settings = {
  mutate: files,
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: {
    configFile: 'tests/stryker/jest.config.js',
    enableFindRelatedTests: false,
    config: {
      testMatch: tests.map((glob) => `<rootDir>/tests/${glob}.test.ts`),
      testPathIgnorePatterns: longTests,
    },
  },
  testRunnerNodeArgs: ['--no-warnings'],
  coverageAnalysis: 'perTest',
  // What is worked out once, when its module is loaded, would need all tests of its room for each change.
  ignoreStatic: true,
  concurrency: 1,
  maxTestRunnerReuse: 60,
  timeoutMS: 5000,
  timeoutFactor: 2,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowEmojis: false, logTests: false, reportTests: false, reportMutants: false },
  jsonReporter: { fileName: report },
  allowConsoleColors: false,
  tempDirName: join(tmpdir(), 'candour-stryker'),
  ignorePatterns: ['/dist', '/docs/**/*.png', '/test-results', '/.data', '/development-keys*'],
  // TypeScript 7 offers no functions to read its settings with, and Node strips the types without them.
  tsconfigFile: 'none',
  disableTypeChecks: false,
};

const scratch = mkdtempSync(join(tmpdir(), 'candour-stryker-settings-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
const settingsFile = join(scratch, 'stryker.config.json');
writeFileSync(settingsFile, JSON.stringify(settings));
rmSync(report, { force: true });
const start = performance.now();
const stryker = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const { status } = spawnSync(process.execPath, [stryker, 'run', settingsFile], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(1);

const placeSchema = z.object({ line: z.number(), column: z.number() });
const mutantSchema = z.object({
  status: z.string(),
  replacement: z.string(),
  location: z.object({ start: placeSchema, end: placeSchema }),
});
const reportSchema = z.object({
  files: z.record(z.string(), z.object({ source: z.string(), mutants: z.array(mutantSchema) })),
});

/** The line that a mutant begins in, and what it replaces: places in the source count from one. */
function replacedIn(source: string, { location: { start: from, end } }: z.infer<typeof mutantSchema>) {
  const lines = source.split('\n').slice(from.line - 1, end.line);
  const original = lines
    .map((line, place) => line.slice(0, place === lines.length - 1 ? end.column - 1 : undefined))
    .map((line, place) => line.slice(place === 0 ? from.column - 1 : 0).trim())
    .join(' ');
  return { line: lines[0]?.trim(), original };
}

const unused = new Set(equivalentMutants.filter(({ file }) => files.includes(file)));
let survivors = 0;
const mutants = Object.entries(reportSchema.parse(JSON.parse(readFileSync(report, 'utf8'))).files).flatMap(
  ([file, { source, mutants: ofFile }]) => ofFile.map((mutant) => ({ file, mutant, ...replacedIn(source, mutant) })),
);
for (const { file, mutant, line, original } of mutants) {
  if (mutant.status !== 'Survived' && mutant.status !== 'NoCoverage') continue;
  const replacement = mutant.replacement.replaceAll(/\s*\n\s*/gu, ' ');
  const known = equivalentMutants.find(
    (each) =>
      each.file === file && each.line === line && each.original === original && each.replacement === replacement,
  );
  if (known) {
    unused.delete(known);
    continue;
  }
  survivors += 1;
  const reached = mutant.status === 'NoCoverage' ? '  (no test reaches it)' : '';
  console.log(`${file}:${mutant.location.start.line}  ${original}  ->  ${replacement}${reached}`);
}
for (const { file, original, replacement } of unused) {
  console.log(`Survives no longer, or is written differently now: ${file}  ${original}  ->  ${replacement}`);
}
const seconds = Math.round((performance.now() - start) / 1000);
console.log(`${files.length} files in ${seconds} s; ${survivors} mutants survive that nobody has looked at.`);
