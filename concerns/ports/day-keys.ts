/** The wrapped key of one day's carried state. Removing it makes every card of that day unreadable. */
export interface StoredDayKey {
  readonly id: string;
  readonly wrapped: string;
}

export interface DayKeys {
  add(key: StoredDayKey): Promise<StoredDayKey>;
  read(id: string): Promise<StoredDayKey | undefined>;
  removeBefore(id: string): Promise<void>;
}
