import { dirname, join } from 'node:path';

/** A file of tests, as a path from the root, with what it took the last time if that is known. */
export interface TestFile {
  readonly path: string;
  readonly lastMs: number | undefined;
}

/** What a change reaches, in the order to run it in. */
export interface OrderedTests<T extends TestFile> {
  readonly tests: readonly T[];
  /** Those that need a browser, or the page as it is after the change. They are not among `tests`. */
  readonly inBrowser: readonly T[];
}

/** A file that takes longer comes after all others but the mirrored ones: one of a minute would be the only one that ran. */
const dearMs = 10_000;
/** For a file that has never run here: about what Node takes to load a module. */
const msForModule = 10;
const needsPage = /^playwright-core$|\/built-tab\.ts$/u;

/** The files of tests that are named after a module or a folder: `a/b.ts` has `tests/a/b.test.ts`, and `tests/a.test.ts`. */
function mirroredTests(changed: string): readonly string[] {
  return [changed, join('tests', changed.replace(/\.\w+$/u, '.test.ts')), join('tests', `${dirname(changed)}.test.ts`)];
}

/** How many imports lie between each module and the nearest changed one; a module that reaches none is not in the map. */
function distancesFrom(
  changed: readonly string[],
  imports: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const importers = new Map<string, string[]>();
  for (const [file, imported] of imports) {
    for (const each of imported) {
      const known = importers.get(each) ?? [];
      known.push(file);
      importers.set(each, known);
    }
  }
  const distances = new Map(changed.map((file) => [file, 0]));
  for (const [file, distance] of distances) {
    for (const importer of importers.get(file) ?? [])
      if (!distances.has(importer)) distances.set(importer, distance + 1);
  }
  return distances;
}

/** All that a module imports, directly or not, and itself. */
function reachedFrom(file: string, imports: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set([file]);
  for (const each of reached) for (const imported of imports.get(each) ?? []) reached.add(imported);
  return reached;
}

/**
 * Orders files of tests by how likely they are to notice a change soon: first those that are named after it, then the
 * nearest by imports, of these the cheapest; files of more than ten seconds last. `imports` has the imports of each
 * module as paths from the root, and those of packages by their names.
 */
export function orderTests<T extends TestFile>(
  tests: readonly T[],
  changed: readonly string[],
  imports: ReadonlyMap<string, readonly string[]>,
): OrderedTests<T> {
  const mirrored = new Set(changed.flatMap(mirroredTests));
  const distances = distancesFrom(changed, imports);
  const looked = tests.map((test) => {
    const reached = [...reachedFrom(test.path, imports)];
    const costMs = test.lastMs ?? reached.length * msForModule;
    const isMirrored = mirrored.has(test.path);
    const distance = distances.get(test.path) ?? Number.POSITIVE_INFINITY;
    return {
      test,
      costMs,
      distance,
      rank: isMirrored ? 0 : costMs > dearMs ? 2 : 1,
      inBrowser: reached.some((each) => needsPage.test(each)),
    };
  });
  const inOrder = looked.toSorted(
    (one, other) =>
      one.rank - other.rank ||
      (one.distance === other.distance ? one.costMs - other.costMs : one.distance - other.distance),
  );
  return {
    tests: inOrder.filter(({ inBrowser }) => !inBrowser).map(({ test }) => test),
    inBrowser: inOrder.filter(({ inBrowser }) => inBrowser).map(({ test }) => test),
  };
}
