import type { Day } from '../terms/calendar.ts';
import type { OpenedReport } from './opened-report.ts';

/**
 * The day on which a practitioner first recorded that the person no longer agrees, `undefined` where they did not. Only what
 * the holder of the code wrote counts, and on a report of the hub alone.
 */
export const consentWithdrawnOn = ({
  report,
  followUps,
}: {
  readonly report: Pick<OpenedReport['report'], 'route'>;
  readonly followUps: OpenedReport['followUps'];
}): Day | undefined =>
  report.route === 'hub' ? followUps.find(({ says }) => says === 'consentWithdrawn')?.writtenOn : undefined;
