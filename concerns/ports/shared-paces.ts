import type { Versioned } from '../records/case-record.ts';

/**
 * Until when the turns of somebody in a hurry are given out, by a name that is a digest and changes each day: it says
 * nothing of who they are, and there is none of whoever is in no hurry.
 */
interface GivenTurns {
  readonly name: string;
  /** Milliseconds, from a beginning that only servers know: an instant would say when somebody reported. */
  readonly until: number;
  /** The full hour after it, in milliseconds since 1970. */
  readonly hour: number;
}

/** The turns of those who are in a hurry, as all servers know them. Throws StoreError. */
export interface SharedPaces {
  /** The turns given out under a name, `undefined` where nothing is. What cannot be read is of long ago. */
  read(name: string): Promise<Versioned<GivenTurns> | undefined>;
  /** Puts it in the place of what stands at a version, or of nothing; `false` when another stands there: nothing is written. */
  write(given: GivenTurns, over: string | undefined): Promise<boolean>;
  /** Removes what was given out until an hour before an instant, in milliseconds since 1970. */
  removeBefore(instant: number): Promise<void>;
}
