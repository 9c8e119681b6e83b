import { StoreError, type StoreErrorCode } from '../../concerns/ports/store-error.ts';

const sentences: Readonly<Record<StoreErrorCode, string>> = {
  busy: 'is in use by another process. Stop that one, or try again.',
  unavailable: 'cannot be reached or opened.',
  full: 'has no room left.',
  readOnly: 'exists already, or may not be written to by this account.',
  unknown: 'did not say whether the last write stands. Do it again.',
  broken: 'is damaged, or is no store at all. Put a backup in its place: docs/reliability.md says how.',
  moved: 'is no longer where it was when it was opened. Put it back, or start again with what stands there now.',
  foreign: 'belongs to another program. Nothing in it was changed.',
  tooOld:
    'was made by a version before the tab, whose reports this version cannot open. Nothing in it was changed. Put it aside and begin with an empty store; read what is in the old one with the version that made it.',
  tooNew: 'was made by a newer version. Nothing in it was changed. Start that version, or put a backup in its place.',
  besideReadOnly:
    'has a log beside it (its name ends in -wal) or an index of that (-shm) which this account may not write to. Stop whatever else has the store open, give both the owner and the mode of the store’s own file, and start again.',
};

/** A store that was not opened, with where it is: for whoever runs a command, and for no log. */
export class StoreOpeningError extends StoreError {
  constructor({ code, cause }: StoreError, place: string) {
    super(code, cause);
    this.name = 'StoreOpeningError';
    this.message = `The store ${place} ${sentences[code]}`;
  }
}

/** The meaning of a failure of a store to whoever runs a command, in one sentence or two. */
export const storeSentence = (error: StoreError): string =>
  error instanceof StoreOpeningError ? error.message : `The store ${sentences[error.code]}`;
