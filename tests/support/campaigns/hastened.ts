import { teamsTiming, type Timing } from '../../../bot/jobs/campaigns/send-rate.ts';

/** Everything that Teams' limits ask for, so many times as fast. */
export const hastened = (factor: number): Timing => ({
  laneRate: teamsTiming.laneRate * factor,
  catchUpMs: teamsTiming.catchUpMs / factor,
  lanesHoldMs: teamsTiming.lanesHoldMs / factor,
  lanesRenewMs: teamsTiming.lanesRenewMs / factor,
  lanesLapseMs: teamsTiming.lanesLapseMs / factor,
  partLapseMs: teamsTiming.partLapseMs / factor,
  againMs: teamsTiming.againMs / factor,
  troubleMs: teamsTiming.troubleMs / factor,
  longestTroubleMs: teamsTiming.longestTroubleMs / factor,
  idleMs: teamsTiming.idleMs / factor,
  breathMs: teamsTiming.breathMs / factor,
});
