import { keyGroups } from '../../concerns/terms/recipients.ts';
import { taskNames } from '../running/task-names.ts';
import type { LogEvent } from '../running/event-log.ts';
import {
  channelCodeOf,
  channelCodes,
  partnerRefusals,
  refusalReasons,
  refusedThings,
  stopReasons,
  tabRefusals,
  troubleCodes,
} from './closed-values.ts';

export type EventName = LogEvent['event'];

/** The one field of an event that tells its counts apart. A value that is not listed is "other". */
export interface Reason {
  readonly field: 'code' | 'group' | 'kind' | 'reason' | 'task' | 'what' | 'why';
  readonly values: readonly string[];
  readonly of?: (said: string) => string;
}

/**
 * When a count may be shown, by whose act moves it: `atOnce` by the server itself, `fullHour` by someone with a role,
 * `crowd` by anyone (a reporter among them): at a full hour if there are five or more, else when the day is over.
 * `never` if one count could tell of one report, or of one person's work.
 */
export type Counting =
  | {
      readonly when: 'atOnce' | 'fullHour' | 'crowd';
      readonly reason?: Reason;
      /** Counted under this name, together with others that must not be told apart. */
      readonly as?: 'failed';
    }
  | { readonly when: 'never'; readonly why: string };

const trouble: Reason = { field: 'code', values: troubleCodes };
const ofChannel: Reason = { field: 'code', values: channelCodes, of: channelCodeOf };
const kinds: Reason = { field: 'kind', values: ['send', 'withdraw'] };

/** No one can read from it whether it was a report that was not saved. */
const failed = { when: 'crowd', as: 'failed', reason: trouble } as const;

export const eventCounting: Readonly<Record<EventName, Counting>> = {
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
  scheduleFailed: { when: 'atOnce', reason: { field: 'task', values: taskNames } },
  alertsSetAside: { when: 'atOnce' },
  settingsUnreadable: { when: 'atOnce' },
  targetMended: { when: 'atOnce' },
  contentFailed: { when: 'atOnce', reason: trouble },
  contentUnreadable: { when: 'atOnce' },
  reviewsDue: { when: 'atOnce' },
  reachSwept: { when: 'atOnce' },
  filesLeft: { when: 'atOnce' },
  filesUnreachable: { when: 'atOnce', reason: trouble },
  filesReached: { when: 'atOnce' },
  pulseFailed: { when: 'atOnce', reason: trouble },
  runStarted: { when: 'atOnce', reason: kinds },
  runOver: { when: 'atOnce', reason: kinds },
  runStopped: { when: 'atOnce', reason: { field: 'why', values: stopReasons } },
  runFailed: { when: 'atOnce', reason: trouble },
  campaignItemsStarted: { when: 'atOnce' },
  // It is logged at a full hour by itself.
  messageNotGenuine: { when: 'atOnce' },
  alertFailed: { when: 'fullHour', reason: ofChannel },
  dailyCountPosted: { when: 'fullHour' },
  dailyCountFailed: { when: 'fullHour', reason: ofChannel },
  summarySent: { when: 'fullHour' },
  summaryWaits: { when: 'fullHour', reason: ofChannel },
  lineFailed: { when: 'fullHour', reason: ofChannel },
  targetSet: { when: 'fullHour' },
  targetLost: { when: 'fullHour' },
  targetFound: { when: 'fullHour' },
  targetFailed: { when: 'fullHour', reason: ofChannel },
  filesFailed: { when: 'fullHour', reason: trouble },
  listDiffers: { when: 'fullHour' },
  casesUnseen: { when: 'fullHour' },
  rolesShort: { when: 'fullHour' },
  restorePaused: { when: 'fullHour' },
  roleNotListed: { when: 'fullHour' },
  keyWrapped: { when: 'fullHour', reason: { field: 'group', values: keyGroups } },
  refused: { when: 'crowd', reason: { field: 'what', values: refusedThings } },
  notSaved: failed,
  turnFailed: failed,
  answerFailed: failed,
  tabFailed: failed,
  partnerFailed: failed,
  reachFailed: { when: 'crowd', reason: trouble },
  activityRefused: { when: 'crowd', reason: { field: 'reason', values: refusalReasons } },
  tabRefused: { when: 'crowd', reason: { field: 'reason', values: tabRefusals } },
  partnerRefused: { when: 'crowd', reason: { field: 'reason', values: partnerRefusals } },
  libraryWrote: { when: 'crowd' },
  alertPosted: { when: 'never', why: 'one more is one report more; less those in a channel, it counts the reserve’s' },
  lineSent: { when: 'never', why: 'it says that cases were given to somebody, the reserve’s among them' },
  tabUsed: { when: 'never', why: 'it says when those with a role work' },
  summaryPulled: { when: 'never', why: 'it says when somebody looked' },
};

const other = 'other';

/** One empty value if it is not told apart. */
export const reasonsOf = (reason: Reason | undefined): readonly string[] =>
  reason === undefined ? [''] : [...new Set([...reason.values, other])];

/** Always one of `reasonsOf`. */
export function reasonIn(reason: Reason | undefined, event: LogEvent): string {
  if (reason === undefined) return '';
  const said = String(new Map<string, unknown>(Object.entries(event)).get(reason.field));
  const value = reason.of?.(said) ?? said;
  return reason.values.includes(value) ? value : other;
}

interface Counted {
  readonly event: string;
  readonly reason: string;
}

export function countedAs(event: LogEvent): Counted | undefined {
  const counting = eventCounting[event.event];
  if (counting.when === 'never') return undefined;
  return { event: counting.as ?? event.event, reason: reasonIn(counting.reason, event) };
}
