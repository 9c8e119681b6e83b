import { type AlertPace, teamsAlertPace } from '../../../bot/jobs/channel-budget.ts';

/** More than any test posts while its clock is still: what Teams takes has tests of its own. */
export const quickAlertPace: AlertPace = {
  ...teamsAlertPace,
  burst: 10_000,
  oneTurnMs: 1,
  firstAnHour: 10_000,
  othersAnHour: 10_000,
};
