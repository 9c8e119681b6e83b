import { dailyCountPage } from '../../cards/alert-page.ts';
import { type Clock, type Day, toDay, toHour, parseDay } from '../../core/model/calendar.ts';
import { dueSoonFilter, overdueFilter, type TimeLimits } from '../../core/model/deadlines.ts';
import type { AlertTarget, AlertTargets } from '../../core/model/alert-targets.ts';
import { type CaseFilter, type CaseList, unrestrictedViewer } from '../../core/ports/case-store.ts';
import type { DailyTaskStore, DailyTask } from '../../core/ports/store.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import type { ChannelConnection } from '../teams/channel-connection.ts';
import { alertCardActivity } from '../teams/outgoing-activities.ts';
import type { PreparedPost, PostSchedule } from './scheduled-post-sender.ts';
import { postToChannel } from './post-to-teams.ts';

/** Then it means "this or more". */
const maxCount = 9_999;
/** Earlier versions may have posted today's count. */
const legacyTasks: Readonly<Record<HandledBy, DailyTask>> = { acu: 'countAcu', reserve: 'countReserve' };

/**
 * Posts the unit's and the reserve's counts of late cases once a day, if any. Neither counts a case that excludes
 * someone: they could subtract the ones that they see in the tab.
 */
export function createDailyCountPosts(deps: {
  readonly list: CaseList;
  readonly targets: Pick<AlertTargets, 'read'>;
  readonly dailyTaskStates: Pick<DailyTaskStore, 'read'>;
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'post'>;
  readonly clock: Clock;
  readonly timeZone: string;
  /** 0 to 23; `undefined` for never. */
  readonly hour: number | undefined;
  readonly timeLimits: TimeLimits;
  readonly onArrived: (target: AlertTarget) => Promise<void>;
}): () => Promise<readonly PostSchedule[]> {
  async function countLateCases(handledBy: HandledBy, today: Day): Promise<{ overdue: number; dueSoon: number }> {
    const count = (found: Partial<CaseFilter>) =>
      deps.list.count({ handledBy, viewer: unrestrictedViewer, ...found }, maxCount);
    const [overdue, dueSoon] = await Promise.all([
      count(overdueFilter(deps.timeLimits, today)),
      count(dueSoonFilter(deps.timeLimits, today)),
    ]);
    return { overdue, dueSoon };
  }

  async function make(handledBy: HandledBy, day: string): Promise<PreparedPost> {
    const counts = await countLateCases(handledBy, parseDay(day) ?? toDay(deps.clock(), deps.timeZone));
    if (counts.overdue + counts.dueSoon === 0) return { kind: 'nothing' };
    const target = await deps.targets.read(handledBy);
    if (target === undefined) return { kind: 'waits', reason: 'noTarget' };
    const { language, serviceUrl } = target;
    const post = alertCardActivity(dailyCountPage({ language, ...counts }));
    const send = () => postToChannel(deps.connectionTo(serviceUrl), target, post, deps.onArrived);
    return { kind: 'post', send };
  }

  return async () => {
    const now = deps.clock();
    if (deps.hour === undefined || toHour(now, deps.timeZone) < deps.hour) return [];
    const today = toDay(now, deps.timeZone);
    return (['acu', 'reserve'] as const).map((of) => ({
      regular: { what: 'dailyCount', of },
      due: [today],
      make: (day) => make(of, day),
      async readLegacyPosted() {
        const mark = await deps.dailyTaskStates.read(legacyTasks[of]);
        return mark?.value.state === 'done' ? [mark.value.day] : [];
      },
    }));
  };
}
