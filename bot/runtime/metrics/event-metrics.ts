import { pauseReasons } from '../../../core/model/delivery.ts';
import type { Clock } from '../../../core/model/calendar.ts';
import { keyGroups } from '../../../core/model/public-keys.ts';
import {
  type EventLog,
  type LogEvent,
  partnerRefusalReasons,
  activityRefusalReasons,
  refusedActions,
  tabRefusalReasons,
  type ErrorCode,
} from '../event-log.ts';
import { jobNames } from '../scheduler.ts';

export type EventName = LogEvent['event'];

/** A value that is not listed is "other". */
interface ReasonLabel {
  readonly field: 'code' | 'group' | 'kind' | 'reason' | 'task' | 'what' | 'why';
  readonly values: readonly string[];
  readonly normalise?: (value: string) => string;
}

/**
 * When a count may be shown, by the person whose act moves it: `atOnce` by the server itself, `fullHour` by someone
 * with a role, `crowd` by anyone (a reporter among them): at a full hour if there are five or more, else at the end of
 * the day. `never` if one count could reveal one report, or one person's work.
 */
type CountRule =
  | {
      readonly when: 'atOnce' | 'fullHour' | 'crowd';
      readonly reason?: ReasonLabel;
      /** Counted as one, so that they look the same. */
      readonly as?: 'failed';
    }
  | { readonly when: 'never'; readonly why: string };

const errorCodes: Readonly<Record<ErrorCode, true>> = {
  'store:busy': true,
  'store:unavailable': true,
  'store:full': true,
  'store:readOnly': true,
  'store:unknown': true,
  'store:broken': true,
  'store:moved': true,
  'store:newer': true,
  'store:foreign': true,
  'store:tooOld': true,
  'store:tooNew': true,
  'store:altered': true,
  'store:besideReadOnly': true,
  late: true,
  seal: true,
  otherVersion: true,
  unexpected: true,
};

/** Kinds of failed posts; the status is left out. */
const channelCodes = [
  'noTarget',
  'noAnswer',
  'noSuchAnswer',
  'connection',
  'unsent',
  'notTold',
  'http429',
  'http4xx',
  'http5xx',
  'unexpected',
] as const;

const normaliseChannelCode = (code: string): string =>
  code === 'http429' ? code : code.replace(/^http([45])\d\d$/u, 'http$1xx');

const errorReason: ReasonLabel = { field: 'code', values: Object.keys(errorCodes) };
const channelReason: ReasonLabel = { field: 'code', values: channelCodes, normalise: normaliseChannelCode };
const runKindReason: ReasonLabel = { field: 'kind', values: ['send', 'withdraw'] };

/** Hides whether a report was not saved. */
const failureRule = { when: 'crowd', as: 'failed', reason: errorReason } as const;

export const eventCountRules: Readonly<Record<EventName, CountRule>> = {
  started: { when: 'atOnce' },
  storeUsedByNewer: { when: 'atOnce' },
  storeDamaged: { when: 'atOnce' },
  stopping: { when: 'atOnce' },
  stopped: { when: 'never', why: 'nobody can ask any more' },
  crashed: { when: 'never', why: 'nobody can ask any more; the next start shows' },
  connectionsFull: { when: 'atOnce' },
  clockDoubted: { when: 'atOnce' },
  clockTrusted: { when: 'atOnce' },
  certificateEnds: { when: 'atOnce' },
  scheduleFailed: { when: 'atOnce', reason: { field: 'task', values: jobNames } },
  alertsSetAside: { when: 'atOnce' },
  settingsUnreadable: { when: 'atOnce' },
  targetMended: { when: 'atOnce' },
  contentFailed: { when: 'atOnce', reason: errorReason },
  contentUnreadable: { when: 'atOnce' },
  reviewsDue: { when: 'atOnce' },
  reachSwept: { when: 'atOnce' },
  filesLeft: { when: 'atOnce' },
  filesUnreachable: { when: 'atOnce', reason: errorReason },
  filesReached: { when: 'atOnce' },
  pulseFailed: { when: 'atOnce', reason: errorReason },
  runStarted: { when: 'atOnce', reason: runKindReason },
  runOver: { when: 'atOnce', reason: runKindReason },
  runStopped: { when: 'atOnce', reason: { field: 'why', values: pauseReasons } },
  runFailed: { when: 'atOnce', reason: errorReason },
  campaignItemsStarted: { when: 'atOnce' },
  // It is logged at a full hour anyway.
  messageNotGenuine: { when: 'atOnce' },
  alertFailed: { when: 'fullHour', reason: channelReason },
  dailyCountPosted: { when: 'fullHour' },
  dailyCountFailed: { when: 'fullHour', reason: channelReason },
  summarySent: { when: 'fullHour' },
  summaryWaits: { when: 'fullHour', reason: channelReason },
  lineFailed: { when: 'fullHour', reason: channelReason },
  targetSet: { when: 'fullHour' },
  targetLost: { when: 'fullHour' },
  targetFound: { when: 'fullHour' },
  targetFailed: { when: 'fullHour', reason: channelReason },
  filesFailed: { when: 'fullHour', reason: errorReason },
  listDiffers: { when: 'fullHour' },
  casesUnseen: { when: 'fullHour' },
  rolesShort: { when: 'fullHour' },
  restorePaused: { when: 'fullHour' },
  roleNotListed: { when: 'fullHour' },
  keyWrapped: { when: 'fullHour', reason: { field: 'group', values: keyGroups } },
  refused: { when: 'crowd', reason: { field: 'what', values: refusedActions } },
  notSaved: failureRule,
  turnFailed: failureRule,
  answerFailed: failureRule,
  tabFailed: failureRule,
  partnerFailed: failureRule,
  reachFailed: { when: 'crowd', reason: errorReason },
  activityRefused: { when: 'crowd', reason: { field: 'reason', values: activityRefusalReasons } },
  tabRefused: { when: 'crowd', reason: { field: 'reason', values: tabRefusalReasons } },
  partnerRefused: { when: 'crowd', reason: { field: 'reason', values: partnerRefusalReasons } },
  libraryWrote: { when: 'crowd' },
  alertPosted: { when: 'never', why: 'one more is one report more; less those in a channel, it counts the reserve’s' },
  lineSent: { when: 'never', why: 'it says that cases were given to somebody, the reserve’s among them' },
  tabUsed: { when: 'never', why: 'it says when those with a role work' },
  summaryPulled: { when: 'never', why: 'it says when somebody looked' },
};

const other = 'other';

/** One empty value if counts are not split. */
export const reasonValues = (reason: ReasonLabel | undefined): readonly string[] =>
  reason === undefined ? [''] : [...new Set([...reason.values, other])];

export function eventReason(reason: ReasonLabel | undefined, event: LogEvent): string {
  if (reason === undefined) return '';
  const rawValue = String(new Map<string, unknown>(Object.entries(event)).get(reason.field));
  const value = reason.normalise?.(rawValue) ?? rawValue;
  return reason.values.includes(value) ? value : other;
}

const smallCount = 5;
const hourMs = 3_600_000;
const hoursOfDay = 24;

interface Count {
  readonly event: string;
  readonly reason: string;
  readonly isCrowd: boolean;
  readonly isPublishedAtOnce: boolean;
  published: number;
  hourCount: number;
  /** From earlier hours of the day with too few. */
  dayCount: number;
}

const countKey = (event: string, reason: string): string => `${event} ${reason}`;

function createCounts(): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  for (const [name, counting] of Object.entries(eventCountRules)) {
    if (counting.when === 'never') continue;
    const event = counting.as ?? name;
    for (const reason of reasonValues(counting.reason)) {
      const { when } = counting;
      const rule = { isCrowd: when === 'crowd', isPublishedAtOnce: when === 'atOnce' };
      counts.set(countKey(event, reason), { event, reason, ...rule, published: 0, hourCount: 0, dayCount: 0 });
    }
  }
  return counts;
}

/** If a clock is set back, counts wait longer; none shows sooner. */
export function createEventCounters(clock: Clock) {
  const counts = createCounts();
  const hourNow = (): number => Math.floor(clock().getTime() / hourMs);
  let hour = hourNow();
  let hasBeenRead = false;

  /** Added to a small count, another would reveal it. */
  function closeHour(): void {
    const now = hourNow();
    if (now <= hour) return;
    const isDayOver = Math.floor(now / hoursOfDay) > Math.floor(hour / hoursOfDay);
    for (const count of counts.values()) {
      if (count.isCrowd && count.hourCount < smallCount) count.dayCount += count.hourCount;
      else count.published += count.hourCount;
      count.hourCount = 0;
      if (!isDayOver) continue;
      count.published += count.dayCount;
      count.dayCount = 0;
    }
    hour = now;
  }

  const recordEvent: EventLog = (event) => {
    const counting = eventCountRules[event.event];
    if (counting.when === 'never') return;
    const count = counts.get(countKey(counting.as ?? event.event, eventReason(counting.reason, event)));
    if (count === undefined) return;
    closeHour();
    if (count.isPublishedAtOnce) count.published += 1;
    else count.hourCount += 1;
  };

  return {
    noticed: recordEvent,
    /** Zeros too: presence says nothing. The first call gets 0 for all, so that events of the start count as new. */
    totals: () => {
      closeHour();
      const isFirst = !hasBeenRead;
      hasBeenRead = true;
      return [...counts.values()].map(({ event, reason, published }) => ({
        event,
        reason,
        count: isFirst ? 0 : published,
      }));
    },
  };
}
