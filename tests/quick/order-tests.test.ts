import { describe, expect, it } from '@jest/globals';
import { orderTests, type TestFile } from './order-tests.ts';

const imports = new Map([
  ['core/sum.ts', []],
  ['core/far.ts', ['core/sum.ts']],
  ['store/sum.ts', ['core/sum.ts']],
  ['tests/page.ts', ['playwright-core', 'core/far.ts']],
  ['tests/support/tab/built.ts', ['tests/support/tab/built-tab.ts']],
  ['tests/core/sum.test.ts', ['core/sum.ts']],
  ['tests/core/near.test.ts', ['core/sum.ts']],
  ['tests/core/near-and-large.test.ts', ['core/sum.ts', 'core/far.ts']],
  ['tests/core/far.test.ts', ['core/far.ts']],
  ['tests/core/page.test.ts', ['tests/page.ts']],
  ['tests/tab/built.test.ts', ['core/sum.ts', 'tests/support/tab/built.ts']],
  ['tests/store.test.ts', ['store/sum.ts']],
]);
const testsOf = (known: Readonly<Record<string, number>>): readonly TestFile[] =>
  [...imports.keys()].filter((path) => path.endsWith('.test.ts')).map((path) => ({ path, lastMs: known[path] }));
const orderOf = (changed: readonly string[], known: Readonly<Record<string, number>> = {}) => {
  const { tests, inBrowser } = orderTests(testsOf(known), changed, imports);
  return { tests: tests.map(({ path }) => path), inBrowser: inBrowser.map(({ path }) => path) };
};

describe('the order of the tests that a change reaches', () => {
  it('has the one that is named after the module first, then the nearest, and of these the cheapest', () => {
    expect(orderOf(['core/sum.ts'], { 'tests/core/sum.test.ts': 60_000 }).tests).toEqual([
      'tests/core/sum.test.ts',
      'tests/core/near.test.ts',
      'tests/core/near-and-large.test.ts',
      'tests/core/far.test.ts',
      'tests/store.test.ts',
    ]);
    const known = { 'tests/core/near.test.ts': 9_000, 'tests/core/near-and-large.test.ts': 8_000 };
    expect(orderOf(['core/sum.ts'], known).tests.slice(1, 3)).toEqual([
      'tests/core/near-and-large.test.ts',
      'tests/core/near.test.ts',
    ]);
  });

  it('has a file of more than ten seconds last, if it is not named after what has changed', () => {
    expect(orderOf(['core/sum.ts'], { 'tests/core/near.test.ts': 10_001 }).tests.at(-1)).toBe(
      'tests/core/near.test.ts',
    );
  });

  it('begins with a file of tests that has changed, and with one that is named after the folder', () => {
    expect(orderOf(['tests/core/far.test.ts'], { 'tests/core/far.test.ts': 60_000 }).tests[0]).toBe(
      'tests/core/far.test.ts',
    );
    expect(orderOf(['store/sum.ts']).tests[0]).toBe('tests/store.test.ts');
  });

  it('leaves out what opens a browser or looks at the built page, however far it imports that', () => {
    expect([...orderOf(['core/sum.ts']).inBrowser].sort()).toEqual([
      'tests/core/page.test.ts',
      'tests/tab/built.test.ts',
    ]);
  });
});
