import type { Versioned } from '../records/case-record.ts';

/** The name is a digest and changes each day; people in no hurry have none. */
interface GivenTurns {
  readonly name: string;
  /** Milliseconds from an origin that only servers know: an instant would say when someone reported. */
  readonly until: number;
  readonly hour: number;
}

export interface SharedPaces {
  read(name: string): Promise<Versioned<GivenTurns> | undefined>;
  write(given: GivenTurns, over: string | undefined): Promise<boolean>;
  /** In milliseconds since 1970. */
  removeBefore(instant: number): Promise<void>;
}
