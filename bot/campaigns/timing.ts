import { laneCount } from '../../concerns/records/delivery.ts';

/** Times in milliseconds. */
export interface Timing {
  /** Messages a second of one lane. */
  readonly laneRate: number;
  /** With more of a late timer made up for, a second could hold more than Teams takes. */
  readonly catchUpMs: number;
  /** How long a server may use its lanes after it last renewed them, and how often it renews. */
  readonly lanesHoldMs: number;
  readonly lanesRenewMs: number;
  /** Longer than `lanesHoldMs`: another server must have seen no renewal. */
  readonly lanesLapseMs: number;
  /** Longer than the people of one window ever take. */
  readonly partLapseMs: number;
  /** Doubled each time. */
  readonly againMs: number;
  readonly troubleMs: number;
  readonly longestTroubleMs: number;
  readonly idleMs: number;
  readonly breathMs: number;
}

/**
 * Teams takes fifty requests a second of an app in a tenant. A lane is a little less than its fifth of that, so that
 * any second has ten at most.
 */
export const teamsTiming: Timing = {
  laneRate: (50 / laneCount) * 0.96,
  catchUpMs: 40,
  lanesHoldMs: 8_000,
  lanesRenewMs: 2_500,
  lanesLapseMs: 12_000,
  partLapseMs: 60_000,
  againMs: 1_000,
  troubleMs: 5_000,
  longestTroubleMs: 5 * 60_000,
  idleMs: 15_000,
  breathMs: 100,
};

/** Written down before they are sent anything: a server that dies leaves no more people than these in doubt, a part. */
export const windowSize = 10;
/** A part's document is written for each window. */
export const partSize = 50;
/** While one part waits for an answer and one for a write, another sends. */
export const partsALane = 3;
