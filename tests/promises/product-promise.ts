import { importedProjectPath } from '../support/imported-file.ts';

/** The documents that make promises. */
export const promiseDocuments = ['README.md', 'docs/reliability.md', 'docs/threat-model.md'] as const;
export type PromiseDocument = (typeof promiseDocuments)[number];

/** One promise of the product, the words that make it, and the tests that hold it. */
export interface ProductPromise {
  /** A stable name in kebab case: planted bugs and reports refer to it. */
  readonly id: string;
  readonly promise: string;
  /** Short quotations. Each is found exactly once in its document. */
  readonly said: { readonly [Document in PromiseDocument]?: readonly string[] };
  /**
   * The tests that hold it, the cheapest first: the file, and the name as the source has it, with its patterns
   * (`file > describe > it`). Empty only if no test on one machine can hold it; `untested` then says why.
   */
  readonly tests: readonly string[];
  readonly untested?: string;
}

/** A test that holds a promise, by an `import()` of its file, which is never run, and the name as above. */
export const heldBy = (file: () => Promise<object>, name: string): string =>
  `${importedProjectPath(file, import.meta.url)} > ${name}`;
