import type { Monotonic } from '../../concerns/terms/calendar.ts';
import type { EventLog, PartnerRefusalReason } from '../running/event-log.ts';

/** A flood fills no log. */
const saidEveryMs = 60_000;

export function createRefusalLog(deps: {
  readonly log: EventLog;
  readonly monotonic: Monotonic;
}): (reason: PartnerRefusalReason) => void {
  const saidAt = new Map<PartnerRefusalReason, number>();
  return (reason) => {
    const now = deps.monotonic();
    if (now - (saidAt.get(reason) ?? Number.NEGATIVE_INFINITY) < saidEveryMs) return;
    saidAt.set(reason, now);
    deps.log({ event: 'partnerRefused', reason });
  };
}
