/** The wrapped key that carried state of one day is sealed with. Removing it makes every card of that day unreadable. */
export interface StoredDayKey {
  /** The day, as `2026-11-25`. */
  readonly id: string;
  readonly wrapped: string;
}

/** Day keys, shared by every instance of the server. Throws StoreError. */
export interface DayKeys {
  /** Keeps a key unless that day has one; returns the one that stands. */
  add(key: StoredDayKey): Promise<StoredDayKey>;
  /** The key of a day, `undefined` where there is none or it was destroyed. */
  read(id: string): Promise<StoredDayKey | undefined>;
  /** Destroys the keys of days before this one. */
  removeBefore(id: string): Promise<void>;
}
