import type { AlertRecord } from '../../concerns/records/alert-record.ts';
import type { AlertOutbox } from '../../concerns/ports/alerts.ts';
import type { Clock } from '../../concerns/terms/calendar.ts';
import { bandOf, countBands, waitBands } from './bands.ts';

/** In bands. */
interface Overdue {
  readonly alerts: number;
  readonly seconds: number;
}

export interface WatchedOutbox {
  readonly outbox: AlertOutbox;
  readonly overdue: () => Overdue;
}

const [, overdueSeconds] = waitBands;
const firstDue = ({ dueAt, notice }: AlertRecord): number =>
  Math.min(...[dueAt, notice?.dueAt].map((at) => (at === undefined ? Infinity : Date.parse(at))));

/** Asks nothing of the store. An alert that has just come due is not overdue, so that a new one moves nothing. */
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
