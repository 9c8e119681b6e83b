/**
 * Why a store could not answer. `unknown`: the write may or may not stand, ask or repeat it. Everything else: it
 * does not stand. `moved`: what was opened is no longer where it was. `newer`: what stands was written by a newer version,
 * and this one may not change it, or cannot read it. Those from `foreign` on are found at the start:
 * what is there is no store of Candour's, or was made by a version whose stores this one cannot read, or holds tables,
 * indexes, triggers or views other than its version makes, or what stands beside its file cannot be written.
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

/** The error of every store that cannot answer. Its message is its code: never a document, a key or an address. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, cause?: unknown) {
    super(`store: ${code}`, { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}
