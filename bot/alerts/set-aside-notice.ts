import type { EventLog } from '../running/event-log.ts';
import { createOnceADay, type DayDependencies } from '../running/once-a-day.ts';

/** Tells the admins that alerts cannot be read: nobody would miss a post that is never made. */
export interface SetAsideNotice {
  noticed(alerts: number): void;
  readonly alerts: () => number;
  /** Once a day, by however many servers. Throws StoreError; then it is told the next time. */
  readonly tellDue: () => Promise<void>;
}

export function createSetAsideNotice(
  deps: DayDependencies & {
    readonly tellAdmins: (alerts: number) => Promise<boolean>;
    readonly log: EventLog;
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
