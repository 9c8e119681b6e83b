import { type AlertRate, teamsAlertRate } from '../../../bot/jobs/channel-rate-limiter.ts';

/** More than any test posts while its clock is still: what Teams takes has tests of its own. */
export const fastAlertRate: AlertRate = {
  ...teamsAlertRate,
  burst: 10_000,
  refillMs: 1,
  firstPerHour: 10_000,
  othersPerHour: 10_000,
};
