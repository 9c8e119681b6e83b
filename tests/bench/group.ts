import type { Row } from './row.ts';
import type { Scale } from './scale.ts';

/** A benchmark that can be run by its name. */
export interface Group {
  readonly name: string;
  readonly title: string;
  /** How long it takes at the whole scale, on two cores that do nothing else. */
  readonly takes: string;
  /** The figures in a cell of its table for docs/performance.md; missing if it writes none. */
  readonly cells?: readonly string[];
  /**
   * Yields rows as they are measured: what was yielded is kept if it throws later, or is ended from outside.
   */
  readonly measure: (scale: Scale) => AsyncIterable<readonly Row[]>;
}
