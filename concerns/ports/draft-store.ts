export interface StoredDraft {
  readonly id: string;
  readonly sealed: string;
  readonly expiresAt: Date;
}

/** Drafts, until they expire. */
export interface DraftStore {
  save(draft: StoredDraft): Promise<void>;
  read(id: string, now: Date): Promise<StoredDraft | undefined>;
  remove(id: string): Promise<void>;
  removeExpired(now: Date): Promise<void>;
}
