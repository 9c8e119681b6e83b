/** A draft under a name that only the return code leads to, sealed with a key that only the code gives. */
export interface StoredDraft {
  readonly id: string;
  readonly sealed: string;
  readonly expiresAt: Date;
}

/** Drafts, until they expire. Throws StoreError. */
export interface DraftStore {
  /** Keeps a draft; a later one of the same name replaces it. */
  save(draft: StoredDraft): Promise<void>;
  /** The draft of this name, `undefined` where there is none or it has expired by `now`. */
  read(id: string, now: Date): Promise<StoredDraft | undefined>;
  /** Removes a draft. Silent where there is none. */
  remove(id: string): Promise<void>;
  /** Removes what has expired by `now`. */
  removeExpired(now: Date): Promise<void>;
}
