import { readCertificate } from '../config/app-certificate.ts';
import type { EventLog } from './event-log.ts';

const dayMs = 24 * 60 * 60_000;
/** Time to ask others for a new certificate. */
const warningDays = 42;

export function createCertificateWatch(deps: {
  readonly path: string | undefined;
  readonly clock: () => Date;
  readonly log: EventLog;
}) {
  const { path, clock, log } = deps;
  let isExpiring = false;
  let loggedAt = Number.NEGATIVE_INFINITY;
  return {
    /** Logs once a day if it ends soon, has ended, or cannot be used. Never rejects. */
    look: async (): Promise<void> => {
      if (path === undefined) return;
      const now = clock();
      const read = readCertificate(path, now);
      const daysLeft = typeof read === 'string' ? 0 : Math.floor((read.expiresAt.getTime() - now.getTime()) / dayMs);
      isExpiring = daysLeft < warningDays;
      // If the clock was set back, the difference is negative.
      if (!isExpiring || Math.abs(now.getTime() - loggedAt) < dayMs) return;
      loggedAt = now.getTime();
      log({ event: 'certificateEnds', daysLeft });
    },
    ends: () => isExpiring,
  };
}
