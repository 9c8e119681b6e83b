import { teamsSendTiming, type SendTiming } from '../../../bot/jobs/campaigns/send-rate.ts';

/** Everything that Teams' limits ask for, so many times as fast. */
export const scaleTiming = (factor: number): SendTiming => ({
  laneRate: teamsSendTiming.laneRate * factor,
  catchUpMs: teamsSendTiming.catchUpMs / factor,
  lanesHoldMs: teamsSendTiming.lanesHoldMs / factor,
  lanesRenewMs: teamsSendTiming.lanesRenewMs / factor,
  lanesLapseMs: teamsSendTiming.lanesLapseMs / factor,
  partLapseMs: teamsSendTiming.partLapseMs / factor,
  againMs: teamsSendTiming.againMs / factor,
  troubleMs: teamsSendTiming.troubleMs / factor,
  longestTroubleMs: teamsSendTiming.longestTroubleMs / factor,
  idleMs: teamsSendTiming.idleMs / factor,
  breathMs: teamsSendTiming.breathMs / factor,
});
