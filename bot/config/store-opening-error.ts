import type { WriterVersion } from '../../core/ports/store.ts';
import { StoreError, type StoreErrorCode } from '../../core/ports/store-error.ts';

const errorTexts: Readonly<Record<StoreErrorCode, string>> = {
  busy: 'is in use by another process: stop that process, or try again.',
  unavailable: 'cannot be reached or opened: check that it exists, and that this account may use it.',
  full: 'is full: free some space on its disk.',
  readOnly: 'exists already, or this account may not write to it: name another place, or let this account write.',
  unknown: 'did not say whether it saved the last write. Do it again.',
  broken:
    'is damaged, or is not a store: replace it with a backup as docs/reliability.md says, or in development remove it.',
  moved: 'is no longer where it was when it was opened. Put it back, or restart with the store that is there now.',
  newer: 'holds something that a newer version wrote and this version may not change: start the newer version.',
  foreign: 'belongs to another program. Nothing in it was changed: name another file.',
  tooOld:
    'was made by a version before the tab, whose reports this version cannot open. Nothing in it was changed: put it aside and start with an empty store. Read the old one with the version that made it.',
  tooNew: 'was made by a newer version. Nothing in it was changed: start that version, or replace it with a backup.',
  altered:
    'holds a table, an index, a trigger or a view that Candour did not make, or lacks one: someone changed it without Candour. Nothing in it was changed now. Put it aside, tell the people who look into security, and follow docs/guides/runbook.md.',
  besideReadOnly:
    'has a log beside it (its name ends in -wal), or an index of that log (-shm), that this account may not write to. Stop everything else that has the store open, give both files the owner and the mode of the store, and start again.',
};

export const newerVersionText = ({ release }: WriterVersion): string =>
  `A newer version of Candour${release === '' ? '' : `, ${release},`} has used the store. This version continues: it keeps what it does not know, and changes nothing that only a newer version may. docs/guides/operator.md, “Updating and rolling back”, says what that means.`;

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
