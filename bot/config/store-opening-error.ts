import type { WriterVersion } from '../../core/ports/store.ts';
import { StoreError, type StoreErrorCode } from '../../core/ports/store-error.ts';

const errorTexts: Readonly<Record<StoreErrorCode, string>> = {
  busy: 'is in use by another process: stop that one, or try again.',
  unavailable: 'cannot be reached or opened: look whether it is there, and whether this account may have it.',
  full: 'has no room left: make some on its disk.',
  readOnly:
    'exists already, or may not be written to by this account: name another place, or give this account the right.',
  unknown: 'did not say whether the last write stands. Do it again.',
  broken:
    'is damaged, or is no store at all: put a backup in its place as docs/reliability.md says, or in development remove it.',
  moved: 'is no longer where it was when it was opened. Put it back, or start again with what stands there now.',
  newer: 'holds something that a newer version wrote and this one may not change: start that version.',
  foreign: 'belongs to another program, and nothing in it was changed: name another file.',
  tooOld:
    'was made by a version before the tab, whose reports this one cannot open, and nothing in it was changed: put it aside and begin with an empty store, and read what is in the old one with the version that made it.',
  tooNew:
    'was made by a newer version, and nothing in it was changed: start that version, or put a backup in its place.',
  altered:
    'holds a table, an index, a trigger or a view that Candour did not make, or lacks one, and nothing in it was changed: somebody wrote to it past Candour. Keep it aside, tell whoever looks into security, and follow docs/guides/runbook.md.',
  besideReadOnly:
    'has a log beside it (its name ends in -wal) or an index of that (-shm) which this account may not write to. Stop whatever else has the store open, give both the owner and the mode of the store’s own file, and start again.',
};

export const newerVersionText = ({ release }: WriterVersion): string =>
  `The store was used by a newer version of Candour${release === '' ? '' : `, ${release}`}. This version goes on: it keeps what it does not know, and changes nothing that only a newer version may. What that means stands in docs/guides/operator.md, “Updating and rolling back”.`;

/** Says where the store is: for a command, never a log. */
class StoreOpeningError extends StoreError {
  constructor({ code, cause }: StoreError, place: string, what: 'store' | 'copy' = 'store') {
    super(code, cause);
    this.name = 'StoreOpeningError';
    this.message = `The ${what} ${place} ${errorTexts[code]}`;
  }
}

export const toStoreOpeningError = (error: unknown, path: string, what?: 'store' | 'copy'): unknown =>
  error instanceof StoreError && !(error instanceof StoreOpeningError)
    ? new StoreOpeningError(error, path, what)
    : error;

/** Full disks and missing rights concern the target of a copy, all else the source. */
export const toCopyError = (error: unknown, from: string, to: string): unknown =>
  error instanceof StoreError && ['readOnly', 'full'].includes(error.code)
    ? toStoreOpeningError(error, to, 'copy')
    : toStoreOpeningError(error, from);

export function withStoreOpeningError<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toStoreOpeningError(error, path);
  }
}

export const storeErrorText = (error: StoreError): string =>
  error instanceof StoreOpeningError ? error.message : `The store ${errorTexts[error.code]}`;
