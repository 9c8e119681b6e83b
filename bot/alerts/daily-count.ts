import { dailyCountPage } from '../../cards/daily-count-page.ts';
import { type Day, dayOf } from '../../concerns/terms/calendar.ts';
import { dueSoonOn, overdueOn, type TimeLimits } from '../../concerns/records/deadlines.ts';
import type { AlertTarget, AlertTargets } from '../../concerns/records/alert-targets.ts';
import { type CaseFilter, type CaseList, everybody } from '../../concerns/ports/case-list.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import type { DailyMarks, DailyTask } from '../../concerns/ports/daily-marks.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import { ChannelError, type ChannelConnection } from '../teams/channel-connection.ts';
import { channelPost } from '../teams/channel-post.ts';
import type { EventLog } from '../running/event-log.ts';
import { onceADay } from '../running/once-a-day.ts';

export interface DailyCountDependencies {
  readonly list: CaseList;
  readonly targets: AlertTargets;
  readonly dailyMarks: DailyMarks;
  readonly connectionTo: (serviceUrl: string) => ChannelConnection;
  readonly clock: Clock;
  readonly timeZone: string;
  /** The hour of the day from which it is told, 0 to 23; nothing is told where it is missing. */
  readonly hour: number | undefined;
  /** Within how many days things should happen. */
  readonly timeLimits: TimeLimits;
  readonly log: EventLog;
  /** Told where a post arrived in a channel that was lost. */
  readonly onArrived: (target: AlertTarget) => Promise<void>;
}

/**
 * Tells the unit's channel and the reserve's once a day how many of their cases are late: two numbers and no more. A case that
 * somebody is shut out of is in neither: they read the channel, and could take what they see in the tab from it.
 */
export interface DailyCount {
  /** Tells what is due to be told and was not yet; silent where nothing is late. Throws StoreError. */
  run(): Promise<void>;
}

/** More than a unit ever has; the number then means "this or more". */
const most = 9_999;
const taskOf: Readonly<Record<HandledBy, DailyTask>> = { acu: 'countAcu', reserve: 'countReserve' };

const hourOf = (instant: Date, timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(instant));

export function createDailyCount(deps: DailyCountDependencies): DailyCount {
  async function countsOf(handledBy: HandledBy, today: Day): Promise<{ overdue: number; dueSoon: number }> {
    const count = (found: Partial<CaseFilter>) => deps.list.count({ handledBy, viewer: everybody, ...found }, most);
    const [overdue, dueSoon] = await Promise.all([
      count(overdueOn(deps.timeLimits, today)),
      count(dueSoonOn(deps.timeLimits, today)),
    ]);
    return { overdue, dueSoon };
  }

  /** Whether all that was to be told was told. */
  async function tell(handledBy: HandledBy, today: Day): Promise<boolean> {
    const counts = await countsOf(handledBy, today);
    if (counts.overdue + counts.dueSoon === 0) return true;
    const target = await deps.targets.read(handledBy);
    const failed = (code: string): false => {
      deps.log({ event: 'dailyCountFailed', target: handledBy, code });
      return false;
    };
    if (target === undefined) return failed('noTarget');
    const { language } = target;
    try {
      const post = channelPost(dailyCountPage({ language, ...counts }));
      await deps.connectionTo(target.serviceUrl).post(target.conversationId, target.tenantId, post);
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
      return failed(error.code);
    }
    deps.log({ event: 'dailyCountPosted', target: handledBy });
    if (target.lost) await deps.onArrived(target);
    return true;
  }

  return {
    async run() {
      const now = deps.clock();
      if (deps.hour === undefined || hourOf(now, deps.timeZone) < deps.hour) return;
      const today = dayOf(now, deps.timeZone);
      for (const handledBy of ['acu', 'reserve'] as const) {
        await onceADay(deps, taskOf[handledBy], () => tell(handledBy, today));
      }
    },
  };
}
