import type { Day } from '../model/calendar.ts';
import type { DecryptedReport } from './decrypted-report.ts';

/**
 * When a practitioner first recorded that the person no longer agrees. Only what the holder of the code wrote counts,
 * and only on a hub's report.
 */
export const consentWithdrawnOn = ({
  report,
  followUps,
}: {
  readonly report: Pick<DecryptedReport['report'], 'route'>;
  readonly followUps: DecryptedReport['followUps'];
}): Day | undefined =>
  report.route === 'hub' ? followUps.find(({ says }) => says === 'consentWithdrawn')?.writtenOn : undefined;
