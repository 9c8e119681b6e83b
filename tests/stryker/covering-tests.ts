import { readTests } from './covered-tests.ts';

interface TestFile {
  readonly path: string;
}

/** Runs only the files that have a test that reaches the mutant: the quickest first, since the first failure ends it. */
export default class CoveringTests {
  readonly #pattern: RegExp | undefined;

  constructor({ globalConfig }: { readonly globalConfig: { readonly testNamePattern?: string } }) {
    // As Jest reads it: with the flag u some of its escapes would be mistakes.
    if (globalConfig.testNamePattern) this.#pattern = new RegExp(globalConfig.testNamePattern, 'i');
  }

  sort<File extends TestFile>(files: readonly File[]): readonly File[] {
    const pattern = this.#pattern;
    if (!pattern) return files;
    const msOf = new Map<string, number>();
    for (const { path, name, ms } of readTests()) {
      if (pattern.test(name)) msOf.set(path, (msOf.get(path) ?? 0) + ms);
    }
    return files
      .filter(({ path }) => msOf.has(path))
      .toSorted((one, other) => (msOf.get(one.path) ?? 0) - (msOf.get(other.path) ?? 0));
  }

  cacheResults(): void {}
}
