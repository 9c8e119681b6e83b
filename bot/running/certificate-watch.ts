import { readCertificate } from '../settings/app-certificate.ts';
import type { EventLog } from './event-log.ts';

const dayMs = 24 * 60 * 60_000;
/** How long before its end a certificate is spoken of: six weeks, for whoever has to ask others for a new one. */
const warningDays = 42;

/** How long the bot's certificate still holds. */
export interface CertificateWatch {
  /** Reads the file again, and tells the log once a day where it ends soon, has ended, or cannot be used. Never rejects. */
  readonly look: () => Promise<void>;
  /** Whether it ends within six weeks, has ended, or could not be used at the last look. */
  readonly ends: () => boolean;
}

/** A watch over the file of a certificate; over nothing where none is named. Whoever is served is served all the same. */
export function createCertificateWatch(deps: {
  readonly path: string | undefined;
  readonly clock: () => Date;
  readonly log: EventLog;
}): CertificateWatch {
  const { path, clock, log } = deps;
  let ends = false;
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    async look() {
      if (path === undefined) return;
      const now = clock();
      const read = readCertificate(path, now);
      const daysLeft = typeof read === 'string' ? 0 : Math.floor((read.until.getTime() - now.getTime()) / dayMs);
      ends = daysLeft < warningDays;
      // A clock that was set back would keep it silent until then.
      if (!ends || Math.abs(now.getTime() - toldAt) < dayMs) return;
      toldAt = now.getTime();
      log({ event: 'certificateEnds', daysLeft });
    },
    ends: () => ends,
  };
}
