/**
 * Why a store could not answer. `unknown`: the write may or may not stand, ask or repeat it. Everything else: it
 * does not stand.
 */
export type StoreErrorCode = 'busy' | 'unavailable' | 'full' | 'readOnly' | 'unknown' | 'broken';

/** What every store throws when it cannot answer. Its message is its code: never a document, a key or an address. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, cause?: unknown) {
    super(`store: ${code}`, { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}
