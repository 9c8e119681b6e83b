import { teamsSendTiming, type SendTiming } from '../../../bot/jobs/campaigns/send-rate.ts';

/** Everything that Teams' limits ask for, so many times as fast. */
export const scaleTiming = (factor: number): SendTiming => ({
  ratePerShare: teamsSendTiming.ratePerShare * factor,
  catchUpMs: teamsSendTiming.catchUpMs / factor,
  leaseMs: teamsSendTiming.leaseMs / factor,
  leaseRenewMs: teamsSendTiming.leaseRenewMs / factor,
  leaseExpiryMs: teamsSendTiming.leaseExpiryMs / factor,
  batchExpiryMs: teamsSendTiming.batchExpiryMs / factor,
  retryMs: teamsSendTiming.retryMs / factor,
  failurePauseMs: teamsSendTiming.failurePauseMs / factor,
  maxFailurePauseMs: teamsSendTiming.maxFailurePauseMs / factor,
  idleMs: teamsSendTiming.idleMs / factor,
  pollMs: teamsSendTiming.pollMs / factor,
});
