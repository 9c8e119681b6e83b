import type { EventLog } from '../running/event-log.ts';
import { createOnceADay, type DayDependencies } from '../running/once-a-day.ts';

/** Says that alerts cannot be read: nobody would miss what is never posted. No alert waits for another one's sake. */
export interface SetAsideNotice {
  /** Notes how many were met at a look at what is due. */
  noticed(alerts: number): void;
  /** How many were met at the last look. */
  readonly alerts: () => number;
  /** Tells the admins' channel, once a day by however many servers. Throws StoreError; then it is told the next time. */
  readonly tellDue: () => Promise<void>;
}

export function createSetAsideNotice(
  deps: DayDependencies & {
    /** Whether they were told. */
    readonly tellAdmins: (alerts: number) => Promise<boolean>;
    readonly log: EventLog;
    /** Called where there is something to tell that was not there before. */
    readonly onNew: () => void;
  },
): SetAsideNotice {
  const onceADay = createOnceADay(deps);
  let standing = 0;
  return {
    noticed(alerts) {
      if (alerts === standing) return;
      const isMore = alerts > standing;
      standing = alerts;
      deps.log({ event: 'alertsSetAside', alerts });
      if (isMore) deps.onNew();
    },
    alerts: () => standing,
    async tellDue() {
      if (standing > 0) await onceADay('tellSetAside', () => deps.tellAdmins(standing));
    },
  };
}
