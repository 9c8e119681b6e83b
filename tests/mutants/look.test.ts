import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';
import { type Copy, copyOf } from './copy.ts';
import { runTests, tryOut } from './look.ts';
import type { Mutant } from './mutant.ts';

const real = resolve(import.meta.dirname, '../..');
const config = `export default {
  rootDir: '../..',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testEnvironment: ${JSON.stringify(join(import.meta.dirname, 'first-failure.ts'))},
  setupFiles: [${JSON.stringify(join(import.meta.dirname, 'first-example.ts'))}],
  globalSetup: process.env.BUILT_PAGE === 'as it is' ? undefined : '<rootDir>/build.mjs',
};`;
const build = `import { copyFileSync } from 'node:fs';
export default () => copyFileSync('tab/page.ts', 'dist/tab/index.html');`;
const ran =
  "import { appendFileSync } from 'node:fs';\nconst ran = (name: string) => appendFileSync('ran', `${name} `);\n";
const files: Readonly<Record<string, string>> = {
  'tests/mutants/mutants.jest.config.js': config,
  'package.json': '{ "type": "module" }',
  'build.mjs': build,
  'tab/page.ts': "export const page: string = 'the page';\n",
  'dist/tab/index.html': "export const page: string = 'the page';\n",
  'sum.ts': 'export const sum = (one: number, other: number): number => one + other;\n',
  'tests/sum.test.ts': `${ran}import { sum } from '../sum.ts';
    test('first', () => { ran('first'); expect(sum(1, 0)).toBe(1); });
    describe('adding', () => {
      beforeAll(() => ran('set up'));
      test('second', () => { ran('second'); expect(sum(1, 2)).toBe(3); });
      test('third', () => { ran('third'); expect(sum(3, 2)).toBe(5); });
    });
    describe('the rest', () => {
      beforeAll(() => ran('set up rest'));
      test('fourth', () => { ran('fourth'); expect(sum(0, 2)).toBe(2); });
    });`,
  'tests/any.test.ts': `${ran}import * as fc from 'fast-check';
    import { sum } from '../sum.ts';
    test('any', () => fc.assert(fc.property(fc.integer({ min: 5 }), (one) => {
      const isRight = sum(one, 2) === one + 2;
      if (!isRight) ran('wrong');
      return isRight;
    })));`,
  'tests/waits.test.ts': `import { sum } from '../sum.ts';
    const least = Number(process.env.LEAST ?? 0);
    test('waits', () => { if (sum(1, 2) < least) throw new Error('it did not happen: a sum'); });`,
  'tests/handed-out.test.ts': `import { readFileSync } from 'node:fs';
    import { folder } from './support.ts';
    test('the page', () => expect(readFileSync(folder + '/index.html', 'utf8')).toContain('the page'));`,
  'tests/support.ts': "export const folder = 'dist/tab';\n",
};

/** One moment, in seconds, nearer to the next millisecond than to its own. */
const allWritten = 1_700_000_000.4627;

let project: string;
let copy: Copy;
beforeAll(() => {
  project = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(project, name, '..'), { recursive: true });
    writeFileSync(join(project, name), text);
    utimesSync(join(project, name), allWritten, allWritten);
  }
  symlinkSync(join(real, 'node_modules'), join(project, 'node_modules'));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));
beforeEach(() => {
  copy = copyOf(project);
});
afterEach(() => copy.remove());

const bug = (file: string, find: string, put: string, test = 'tests/sum.test.ts'): Mutant => ({
  name: 'planted',
  promise: 'truthful',
  file,
  find,
  put,
  tests: [test],
});

describe('a planted bug', () => {
  it('is caught by the first test that fails, and the rest of its file is spared', async () => {
    const { verdict, by } = await tryOut(copy, bug('sum.ts', 'one + other', 'other < 2 ? one + other : one'));
    expect(verdict).toBe('caught');
    expect(by).toMatch(/^adding second: /u);
    expect(readFileSync(join(copy.folder, 'ran'), 'utf8')).toBe('first set up second ');
    expect(readFileSync(join(copy.folder, 'sum.ts'), 'utf8')).toBe(files['sum.ts']);
  });

  it('is caught by the first example that fails, and no smaller one is looked for', async () => {
    const { verdict } = await tryOut(copy, bug('sum.ts', 'one + other', 'one', 'tests/any.test.ts'));
    expect(verdict).toBe('caught');
    expect(readFileSync(join(copy.folder, 'ran'), 'utf8')).toBe('wrong ');
  });

  it('is missed where no test fails', async () => {
    expect(await tryOut(copy, bug('sum.ts', 'one + other', 'other + one'))).toEqual({ verdict: 'MISSED', by: '' });
    expect((await runTests(copy, ['tests/sum.test.ts'], { anew: false, hasty: true }))?.passed).toBe(true);
  });

  it.each([
    ['cannot be read', 'one + other', 'one + +', 'no load'],
    ['is no more what others ask for', 'export const sum', 'export const total', 'no load'],
    ['ends the tests', 'one + other', '(process.exit(1), one)', 'no end'],
  ] as const)('that %s proves nothing', async (_, find, put, verdict) => {
    expect(await tryOut(copy, bug('sum.ts', find, put))).toMatchObject({ verdict });
  });

  it.each([
    ['caught', '3'],
    ['no end', '4'],
  ] as const)('that was waited for in vain is %s, by what happens where nothing is planted', async (verdict, least) => {
    process.env['LEAST'] = least;
    const found = await tryOut(copy, bug('sum.ts', 'one + other', 'one', 'tests/waits.test.ts'));
    delete process.env['LEAST'];
    expect(found.verdict).toBe(verdict);
    expect(found.by).toContain('waits: Error: it did not happen: a sum');
  });

  it('in the page is looked for in a page that is built anew, and leaves the one that stood there', async () => {
    const built = join(copy.folder, 'dist/tab/index.html');
    const { mtimeMs } = statSync(built);
    const { verdict } = await tryOut(copy, bug('tab/page.ts', 'the page', 'another', 'tests/handed-out.test.ts'));
    expect(verdict).toBe('caught');
    expect(readFileSync(built, 'utf8')).toContain('the page');
    expect(statSync(built).mtimeMs).toBe(mtimeMs);
    expect(statSync(join(copy.folder, 'tab/page.ts')).mtimeMs).toBeLessThanOrEqual(mtimeMs);
  });

  it('that fits no more is said, and nothing is changed', async () => {
    for (const find of ['two', 'o'])
      expect(await tryOut(copy, bug('sum.ts', find, 'three'))).toEqual({ verdict: 'no fit', by: 'sum.ts has changed' });
    expect(readFileSync(join(copy.folder, 'sum.ts'), 'utf8')).toBe(files['sum.ts']);
  });

  it('stands in a copy alone, which is gone afterwards', async () => {
    const mend = copy.plant(bug('sum.ts', 'one + other', 'one'));
    expect(readFileSync(join(project, 'sum.ts'), 'utf8')).toBe(files['sum.ts']);
    mend?.();
    copy.remove();
    expect(existsSync(copy.folder)).toBe(false);
  });
});
