import type { Clock } from '../concerns/terms/clock.ts';
import type { Store } from '../concerns/ports/store.ts';
import type { SetAsideNotice } from './alerts/set-aside-notice.ts';
import { createReadiness, type Readiness } from './http/health.ts';
import type { CertificateWatch } from './running/certificate-watch.ts';
import type { ClockWatch } from './running/clock-watch.ts';
import type { EventLog } from './running/event-log.ts';
import type { FilesWatch } from './running/files-watch.ts';
import type { RestorePause } from './running/restore-pause.ts';

/** Whether a server can do its work, looked at in its parts, with what somebody should look at. Never rejects. */
export function readinessOf(parts: {
  readonly store: Pick<Store, 'check'>;
  readonly filesWatch: Pick<FilesWatch, 'look' | 'trouble'>;
  readonly setAside: Pick<SetAsideNotice, 'alerts'>;
  readonly watch: Pick<ClockWatch, 'isTrusted'>;
  readonly certificate: Pick<CertificateWatch, 'ends'>;
  readonly pause: Pick<RestorePause, 'wasPaused'>;
  readonly clock: Clock;
  readonly log: EventLog;
}): () => Promise<Readiness> {
  let isDamaged = false;
  function found(state: 'whole' | 'damaged'): void {
    const was = isDamaged;
    isDamaged = state === 'damaged';
    if (isDamaged && !was) parts.log({ event: 'storeDamaged' });
  }
  return createReadiness({
    ready: async () => void (await Promise.all([parts.store.check().then(found), parts.filesWatch.look()])),
    now: () => parts.clock().getTime(),
    notes: () => ({
      ...(parts.setAside.alerts() > 0 && { alerts: 'setAside' }),
      ...(!parts.watch.isTrusted() && { clock: 'doubted' }),
      ...(parts.certificate.ends() && { certificate: 'ends' }),
      ...(parts.pause.wasPaused() && { restored: 'paused' }),
      ...(parts.filesWatch.trouble() && { files: 'unreachable' }),
      ...(isDamaged && { store: 'damaged' }),
    }),
  });
}
