/** A bug planted on purpose: a piece of source, what stands there instead, and the tests that have to notice. */
export interface Mutant {
  readonly name: string;
  /** The promise of the design that it breaks. */
  readonly promise: 'sealed' | 'durable' | 'alerted' | 'truthful' | 'keys' | 'both languages' | 'access' | 'figures';
  readonly file: string;
  readonly find: string;
  readonly put: string;
  readonly tests: readonly string[];
}
