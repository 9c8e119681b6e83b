import { laneCount } from '../../concerns/records/sending-lanes.ts';

/** How fast and how patiently a server sends. Times in milliseconds. */
export interface Timing {
  /** Messages a second of one lane. */
  readonly laneRate: number;
  /** How much of what a late timer costs is made good. With more of it a second could hold more than Teams takes. */
  readonly catchUpMs: number;
  /** How long a server may use its lanes after it last said that it is alive, and how often it says so. */
  readonly lanesHoldMs: number;
  readonly lanesRenewMs: number;
  /** How long another server must have seen nothing of it. Longer than they hold. */
  readonly lanesLapseMs: number;
  /** The same for a part: longer than the people of one window ever take. */
  readonly partLapseMs: number;
  /** The first wait before somebody is tried again, and the first pause of a channel in trouble: doubled each time. */
  readonly againMs: number;
  readonly troubleMs: number;
  readonly longestTroubleMs: number;
  /** How often a server looks for runs while it knows of none. */
  readonly idleMs: number;
  /** How long it waits where there is nothing to do for a moment. */
  readonly breathMs: number;
}

/**
 * Teams takes fifty requests a second of an app in a tenant. A lane is a little less than its fifth of that: in any second
 * it sends ten at most, however the seconds fall.
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

/** So many people are written down before they are sent anything: a server that dies leaves no more than these in doubt, a part. */
export const windowSize = 10;
/** So many people are in a part: its document is written for each window. */
export const partSize = 50;
/** So many parts a server is at for each lane: while one waits for an answer and one for a write, another sends. */
export const partsALane = 3;
