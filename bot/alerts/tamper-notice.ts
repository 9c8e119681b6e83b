import { type AlertTiming, firstDue } from '../../concerns/records/alert-schedule.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import type { EventLog } from '../running/event-log.ts';

/**
 * Passes on that a message to a reporter was not genuine: somebody may have written to the database. Like an alert it
 * waits for the next full hour, since it would otherwise say when a reporter looked; then it is said once.
 */
export interface TamperNotice {
  readonly noticed: () => void;
  /** Says it where its hour has come. Throws StoreError; then it is said the next time. */
  readonly tellDue: () => Promise<void>;
}

export function createTamperNotice(deps: {
  readonly clock: Clock;
  readonly timing: AlertTiming;
  readonly tellAdmins: () => Promise<void>;
  readonly log: EventLog;
}): TamperNotice {
  let due: Date | undefined;
  return {
    noticed() {
      due ??= firstDue('standard', deps.clock(), deps.timing);
    },
    async tellDue() {
      if (due === undefined || due > deps.clock()) return;
      await deps.tellAdmins();
      deps.log({ event: 'messageNotGenuine' });
      due = undefined;
    },
  };
}
