/**
 * `unknown`: the write may be stored; ask or repeat it. With every other code it is not. `moved`: the opened store is
 * no longer there. `newer`: a newer version wrote it. From `foreign` on, found at the start: not Candour's store, made
 * by an unreadable version, with an unexpected schema, or with files beside it that cannot be written.
 */
export type StoreErrorCode =
  | 'busy'
  | 'unavailable'
  | 'full'
  | 'readOnly'
  | 'unknown'
  | 'broken'
  | 'moved'
  | 'newer'
  | 'foreign'
  | 'tooOld'
  | 'tooNew'
  | 'altered'
  | 'besideReadOnly';

/** Every method of a store's port throws it. Its message is its code: never a document, a key or an address. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, cause?: unknown) {
    super(`store: ${code}`, { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}
