import type { Day } from '../model/calendar.ts';
import type { DecryptedReport } from './decrypt-report.ts';

/** Only what the holder of the return code wrote counts, and only on a partner's report. */
export const consentWithdrawalDay = ({
  report,
  followUps,
}: {
  readonly report: Pick<DecryptedReport['report'], 'route'>;
  readonly followUps: DecryptedReport['followUps'];
}): Day | undefined =>
  report.route === 'hub' ? followUps.find(({ says }) => says === 'consentWithdrawn')?.writtenOn : undefined;
