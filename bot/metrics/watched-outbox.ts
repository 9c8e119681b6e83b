import type { AlertRecord } from '../../concerns/records/alert-record.ts';
import type { AlertOutbox } from '../../concerns/ports/alert-outbox.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { bandOf, countBands, waitBands } from './bands.ts';

/** Alerts that have waited longer than they should, in bands. */
interface Overdue {
  readonly alerts: number;
  /** For how long the first of them has waited, in seconds. */
  readonly seconds: number;
}

/** An outbox that remembers what the last look at it found. */
export interface WatchedOutbox {
  readonly outbox: AlertOutbox;
  readonly overdue: () => Overdue;
}

const [, overdueSeconds] = waitBands;
const firstDue = ({ dueAt, notice }: AlertRecord): number =>
  Math.min(...[dueAt, notice?.dueAt].map((at) => (at === undefined ? Infinity : Date.parse(at))));

/**
 * Watches an outbox be looked at for what is due: nothing is asked of the store for it. An alert that has just come due
 * is not among the overdue, so that a new one moves nothing.
 */
export function watchOutbox(outbox: AlertOutbox, clock: Clock): WatchedOutbox {
  let overdue: Overdue = { alerts: 0, seconds: 0 };
  return {
    outbox: {
      ...outbox,
      async due(now, limit, question) {
        const found = await outbox.due(now, limit, question);
        const waits = found.alerts
          .map(({ value }) => (clock().getTime() - firstDue(value)) / 1_000)
          .filter((seconds) => seconds >= overdueSeconds);
        overdue = {
          alerts: bandOf(countBands, waits.length),
          seconds: bandOf(waitBands, Math.max(0, ...waits)),
        };
        return found;
      },
    },
    overdue: () => overdue,
  };
}
