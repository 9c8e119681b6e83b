import { importedPath } from '../support/imported-file.ts';

/** A bug planted at a seam: exports of a module of the product that are replaced while the module is loaded. */
export interface PlantedBug<M extends object = object> {
  /** What goes wrong, without a full stop. Unique. */
  readonly name: string;
  /** The id of the promise that it breaks, in the table of promises. */
  readonly promise: string;
  /** `() => import('…')`, of the module in which the bug is planted. */
  readonly module: () => Promise<M>;
  /** Gives the exports that take the place of real ones: of the same types, with the wrong behaviour. */
  put(real: M): Partial<NoInfer<M>>;
  /** `() => import('…')` of each test file that has to notice: the cheapest that does. They are never called: only the path is read. */
  readonly tests: readonly (() => Promise<object>)[];
}

/**
 * Describes a planted bug. It names modules and test files by `import()`, and exports as properties of their module's
 * type, so that the compiler's own renames and moves carry it along.
 */
export const definePlantedBug = <M extends object>(bug: PlantedBug<M>): PlantedBug => bug;

/** The path that an `import()` of one of the lists in this folder names. Throws if the function is anything else. */
export const resolveImport = (imports: () => Promise<object>): string => importedPath(imports, import.meta.url);
