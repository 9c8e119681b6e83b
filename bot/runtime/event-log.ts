import { StoreError, type StoreErrorCode } from '../../core/ports/store-error.ts';
import type { PauseReason } from '../../core/model/delivery.ts';
import type { MonotonicClock } from '../../core/model/calendar.ts';
import type { RequiredRole } from '../../core/model/roles.ts';
import type { KeyGroup } from '../../core/model/public-keys.ts';
import type { Operation } from '../../contract/operations.ts';
import type { PartnerOperation } from '../../contract/partner-operations.ts';
import { DeadlineError } from '../../dialogs/answer-deadline.ts';
import type { FilesSettingName } from '../config/files-settings.ts';

/**
 * Never someone else's error message, which may hold anything. `late`: no answer in time. `otherVersion`: a card that
 * this version cannot continue; `store:newer`: a record that only a newer version may change.
 */
export type ErrorCode = `store:${StoreErrorCode}` | 'late' | 'seal' | 'otherVersion' | 'unexpected';

export const activityRefusalReasons = [
  'token',
  'keys',
  'channel',
  'service',
  'tenant',
  'person',
  'shape',
  'size',
  'slow',
  'cut',
  'url',
  'forwarded',
] as const;
export type ActivityRefusalReason = (typeof activityRefusalReasons)[number];

export const tabRefusalReasons = [
  'none',
  'client',
  'guest',
  'expired',
  'tenant',
  'claims',
  'signature',
  'keys',
  'operation',
  'role',
  'case',
  'shape',
  'tooLarge',
  'tooSlow',
  'encoded',
  'cut',
  'pace',
] as const;
export type TabRefusalReason = (typeof tabRefusalReasons)[number];

/** Without ended sessions: one says that someone was there. */
export const partnerRefusalReasons = [
  'operation',
  'shape',
  'tooLarge',
  'tooSlow',
  'encoded',
  'cut',
  'pace',
  'passkey',
] as const;
export type PartnerRefusalReason = (typeof partnerRefusalReasons)[number];

export const refusedActions = [
  'acknowledge',
  'summary',
  'target',
  'health',
  'summaryHealth',
  'campaignChannel',
] as const;

/**
 * Everything that the server may log: no free text and no field for a person or their words. Saved reports are not
 * logged: a line has a time, and log collectors add one.
 */
export type LogEvent =
  | {
      readonly event: 'started';
      readonly port: number;
      readonly environment: string;
      readonly store: string;
    }
  | { readonly event: 'storeUsedByNewer'; readonly number: number; readonly release: string }
  /** Without the damaged place. */
  | { readonly event: 'storeDamaged' }
  | { readonly event: 'stopping' | 'stopped' }
  | { readonly event: 'connectionsFull' }
  | { readonly event: 'notSaved'; readonly code: ErrorCode }
  | { readonly event: 'turnFailed'; readonly reference: string; readonly code: ErrorCode; readonly thrown: string }
  | { readonly event: 'answerFailed'; readonly code: ErrorCode; readonly thrown: string }
  | { readonly event: 'activityRefused'; readonly reason: ActivityRefusalReason; readonly more?: number }
  | { readonly event: 'alertPosted'; readonly target: string; readonly attempts: number }
  | { readonly event: 'alertFailed'; readonly target: string; readonly code: string; readonly attempts: number }
  /** 0 if it has ended or cannot be used. */
  | { readonly event: 'certificateEnds'; readonly daysLeft: number }
  | { readonly event: 'clockDoubted' | 'clockTrusted' }
  | { readonly event: 'alertsSetAside'; readonly alerts: number }
  | { readonly event: 'dailyCountPosted'; readonly target: string }
  | { readonly event: 'dailyCountFailed'; readonly target: string; readonly code: string }
  /** Without recipient. */
  | { readonly event: 'summarySent'; readonly what: string; readonly audience: string }
  | { readonly event: 'summaryWaits'; readonly what: string; readonly audience: string; readonly code: string }
  /** Without recipient. */
  | { readonly event: 'lineSent' }
  | { readonly event: 'lineFailed'; readonly code: string }
  /** Without people. */
  | { readonly event: 'runStarted'; readonly kind: 'send' | 'withdraw' }
  | {
      readonly event: 'runOver';
      readonly kind: 'send' | 'withdraw';
      readonly people: number;
      readonly sent: number;
      readonly notKnown: number;
    }
  | { readonly event: 'runStopped'; readonly why: PauseReason }
  | { readonly event: 'runFailed'; readonly code: ErrorCode; readonly thrown: string }
  /** At a full hour, not when someone looked. */
  | { readonly event: 'messageNotGenuine' }
  | { readonly event: 'targetSet' | 'targetLost' | 'targetFound'; readonly target: string }
  | { readonly event: 'targetMended'; readonly target: string }
  | { readonly event: 'settingsUnreadable' }
  | { readonly event: 'targetFailed'; readonly target: string; readonly code: string }
  | { readonly event: 'pulseFailed'; readonly code: ErrorCode }
  /** Without person. */
  | { readonly event: 'reachFailed'; readonly code: ErrorCode }
  | { readonly event: 'contentFailed'; readonly code: ErrorCode }
  | { readonly event: 'contentUnreadable' }
  /** Past their day, or within sixty days of it; `first` is the first such day. */
  | { readonly event: 'reviewsDue'; readonly over: number; readonly soon: number; readonly first: string }
  | { readonly event: 'reachSwept'; readonly rows: number }
  /** Without case. */
  | { readonly event: 'filesFailed'; readonly code: ErrorCode }
  | { readonly event: 'filesLeft'; readonly files: number }
  | { readonly event: 'filesUnreachable'; readonly setting: FilesSettingName; readonly code: ErrorCode }
  | { readonly event: 'filesReached'; readonly setting: FilesSettingName }
  | { readonly event: 'refused'; readonly what: (typeof refusedActions)[number] }
  /** Without items or people. */
  | { readonly event: 'campaignItemsStarted'; readonly items: number }
  /** Without its text, which may be anything. */
  | { readonly event: 'libraryWrote'; readonly method: string }
  | { readonly event: 'crashed'; readonly thrown: string }
  | { readonly event: 'summaryPulled'; readonly audience: string }
  | {
      readonly event: 'tabRefused';
      readonly reason: TabRefusalReason;
      readonly operation?: Operation;
      readonly more?: number;
    }
  | { readonly event: 'tabFailed'; readonly operation: Operation; readonly code: ErrorCode; readonly thrown: string }
  /** Only operations on lists, counts or keys: nothing about one case. */
  | { readonly event: 'tabUsed'; readonly operation: Operation }
  /** At most once a minute for each reason, without person. */
  | { readonly event: 'partnerRefused'; readonly reason: PartnerRefusalReason }
  | {
      readonly event: 'partnerFailed';
      readonly operation: PartnerOperation;
      readonly code: ErrorCode;
      readonly thrown: string;
    }
  /** Someone changed a record, or the fields that lists are made from. */
  | { readonly event: 'listDiffers'; readonly cases: number }
  /** Without case or person. */
  | { readonly event: 'casesUnseen' }
  | { readonly event: 'restorePaused' }
  | { readonly event: 'rolesShort'; readonly role: RequiredRole }
  /** A token has a role that only the lists give, and they do not. */
  | { readonly event: 'roleNotListed' }
  | { readonly event: 'keyWrapped'; readonly group: KeyGroup }
  | { readonly event: 'scheduleFailed'; readonly task: string; readonly code: ErrorCode };

export type EventLog = (event: LogEvent) => void;

export class CardVersionError extends Error {
  constructor() {
    super('a card of another version');
    this.name = 'CardVersionError';
  }
}

export function errorCode(error: unknown): ErrorCode {
  if (error instanceof StoreError) return `store:${error.code}`;
  if (error instanceof DeadlineError) return 'late';
  if (error instanceof CardVersionError) return 'otherVersion';
  return error instanceof Error && error.name === 'SealError' ? 'seal' : 'unexpected';
}

/** Code names the class: it holds no one's words. */
export const errorClassName = (error: unknown): string =>
  error instanceof Error && /^[A-Za-z]{1,40}$/u.test(error.constructor.name) ? error.constructor.name : 'unknown';

const maxRefusalLines = 30;
const minuteMs = 60_000;

interface RefusalCount {
  readonly since: number;
  readonly lines: number;
  readonly more: number;
}

/**
 * Anyone on the network can be refused, and a flood must fill no disk. `more` counts the lines left out. Refusals for a
 * role or a case are all logged: the rate limiter bounds these.
 */
function createRefusalLimiter(monotonic: MonotonicClock): (event: LogEvent) => LogEvent | undefined {
  const counts = new Map<string, RefusalCount>();
  return (event) => {
    if (event.event !== 'activityRefused' && event.event !== 'tabRefused') return event;
    if (event.reason === 'role' || event.reason === 'case') return event;
    const key = `${event.event} ${event.reason}`;
    const now = monotonic();
    const before = counts.get(key) ?? { since: now, lines: 0, more: 0 };
    const { since, lines, more } = now - before.since < minuteMs ? before : { since: now, lines: 0, more: before.more };
    const isWritten = lines < maxRefusalLines;
    counts.set(key, isWritten ? { since, lines: lines + 1, more: 0 } : { since, lines, more: more + 1 });
    if (!isWritten) return undefined;
    return more === 0 ? event : { ...event, more };
  };
}

/** One line of JSON an event; a few refusals a minute for each reason. */
export function createEventLog(
  write: (line: string) => void,
  clock: () => Date,
  monotonic: MonotonicClock = () => performance.now(),
): EventLog {
  const limit = createRefusalLimiter(monotonic);
  return (event) => {
    const line = limit(event);
    if (line) write(`${JSON.stringify({ at: clock().toISOString(), ...line })}\n`);
  };
}

const consoleMethods = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir'] as const;
const listeners = new Set<EventLog>();
let restoreConsole: (() => void) | undefined;

function replaceConsole(): () => void {
  const originals = consoleMethods.map((method) => [method, console[method]] as const);
  for (const method of consoleMethods) {
    console[method] = () => {
      for (const log of listeners) log({ event: 'libraryWrote', method });
    };
  }
  return () => {
    for (const [method, write] of originals) console[method] = write;
  };
}

/**
 * Logs only that a library wrote: the Bot Framework prints the errors of tokens that it refuses, and an error may hold
 * anything. Returns a function that ends this.
 */
export function silenceConsole(log: EventLog): () => void {
  // Its own closure, so that ending twice ends no other's.
  const listener: EventLog = (event) => log(event);
  listeners.add(listener);
  restoreConsole ??= replaceConsole();
  return () => {
    if (!listeners.delete(listener) || listeners.size > 0) return;
    restoreConsole?.();
    restoreConsole = undefined;
  };
}
