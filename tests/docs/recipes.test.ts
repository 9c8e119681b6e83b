import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Change, recipeChanges, recipeTests } from '../support/docs/recipe-changes.ts';

const root = resolve(import.meta.dirname, '../..');
const left = ['node_modules', '.git', 'dist', 'test-results', '.data', 'development-keys'];
const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
let copy: string;

/** The files, and the folders of new files, in the numbered steps of a recipe. What is only sometimes needed has a dash. */
function namedBy(recipe: string): readonly string[] {
  const [, section = ''] = contributing.split(`### ${recipe}\n`);
  const steps = (section.split(/^##/mu)[0] ?? '').split('\n').filter((line) => /^\d/u.test(line));
  const names = steps.flatMap((step) => [...step.matchAll(/`([\w./-]+)`/gu)].flatMap((match) => match[1] ?? []));
  return [...new Set(names.filter((name) => existsSync(join(root, name))))].sort();
}

/** What is touched of the project: a file, or the folder of one that is new. */
const touchedBy = (changes: readonly Change[]): readonly string[] =>
  [...new Set(changes.map((change) => ('made' in change ? `${dirname(change.file)}/` : change.file)))].sort();

function follow(change: Change): void {
  const path = join(copy, change.file);
  if ('made' in change) {
    writeFileSync(path, change.made);
    return;
  }
  const text = readFileSync(path, 'utf8');
  if (change.before === undefined) {
    writeFileSync(path, `${change.put}${text}`);
    return;
  }
  const [start, ...rest] = text.split(change.before);
  if (rest.length === 0)
    throw new Error(
      `"${change.before}" is no longer in ${change.file}: change what tests/support/docs/recipe-changes.ts puts there`,
    );
  writeFileSync(path, `${start}${change.put}${change.before}${rest.join(change.before)}`);
}

/** What a program says that fails, `undefined` where all is well. */
function troubleOf(...args: readonly string[]): string | undefined {
  const { JEST_WORKER_ID: _, ...env } = process.env;
  const run = spawnSync(process.execPath, ['--no-warnings', ...args], {
    cwd: copy,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return run.status === 0 ? undefined : `${run.stdout}${run.stderr}`.slice(-4_000);
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'candour-recipes-'));
  cpSync(root, copy, { recursive: true, filter: (path) => !left.some((name) => path === join(root, name)) });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  // None of these tests needs the page, which is built for all the others.
  writeFileSync(
    join(copy, 'recipes.jest.config.js'),
    "import all from './jest.config.js';\nconst { globalSetup: _, ...others } = all;\nexport default others;\n",
  );
  for (const change of Object.values(recipeChanges).flat()) follow(change);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the recipes of CONTRIBUTING.md', () => {
  it.each(Object.entries(recipeChanges))('name the files that are touched for it: %s', (recipe, changes) => {
    expect(namedBy(recipe)).toEqual(touchedBy(changes));
  });

  it('lead to a project that compiles', () => {
    expect(troubleOf('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json')).toBeUndefined();
  });

  it('lead to a project whose tests pass', () => {
    const jest = ['node_modules/jest/bin/jest.js', '-w', '1', '--silent', '-c', 'recipes.jest.config.js'];
    expect(troubleOf(...jest, ...recipeTests)).toBeUndefined();
  });
});
