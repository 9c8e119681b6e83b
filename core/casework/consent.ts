import type { Day } from '../model/calendar.ts';
import type { OpenedReport } from './decrypted-report.ts';

/**
 * When a practitioner first recorded that the person no longer agrees. Only what the holder of the code wrote counts,
 * and only on a hub's report.
 */
export const consentWithdrawnOn = ({
  report,
  followUps,
}: {
  readonly report: Pick<OpenedReport['report'], 'route'>;
  readonly followUps: OpenedReport['followUps'];
}): Day | undefined =>
  report.route === 'hub' ? followUps.find(({ says }) => says === 'consentWithdrawn')?.writtenOn : undefined;
