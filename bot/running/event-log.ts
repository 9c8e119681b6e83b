import { StoreError, type StoreErrorCode } from '../../concerns/ports/store-error.ts';
import type { StopReason } from '../../concerns/records/stopped-run.ts';
import type { Monotonic } from '../../concerns/terms/clock.ts';
import type { NeededRole } from '../../concerns/terms/directory.ts';
import type { KeyGroup } from '../../concerns/terms/recipients.ts';
import type { Operation } from '../../contract/operations.ts';
import type { PartnerOperation } from '../../contract/partners.ts';
import { LateError } from '../../conversations/deadline.ts';
import type { FilesSettingName } from '../settings/files-settings.ts';
import { OtherVersionError } from './other-version-error.ts';

/**
 * The kind of trouble, from a closed list: never a message of somebody else's error, which may hold anything. `late`:
 * no answer in time, whoever was waited for. `otherVersion`: a card that this version cannot go on from; `store:newer`: a
 * record that only a newer version may change.
 */
export type TroubleCode = `store:${StoreErrorCode}` | 'late' | 'seal' | 'otherVersion' | 'unexpected';

/** Why a request to the bot's door was turned away before a turn. */
export type RefusalReason =
  | 'token'
  /** The keys that tokens are signed with could not be had. */
  | 'keys'
  | 'channel'
  | 'service'
  | 'tenant'
  | 'person'
  | 'shape'
  | 'size'
  | 'slow'
  | 'cut'
  | 'url'
  | 'forwarded';

/** Why a request of the tab was turned away: its token, who asked, the case it named, or how it came. */
export type TabRefusal =
  | 'none'
  | 'client'
  | 'guest'
  | 'expired'
  | 'tenant'
  | 'claims'
  | 'signature'
  | 'keys'
  | 'operation'
  | 'role'
  | 'case'
  | 'shape'
  | 'tooLarge'
  | 'tooSlow'
  | 'encoded'
  | 'cut'
  | 'pace';

/** Why a request of the partners' page was turned away. That a session was over is not among them: it says that somebody was there. */
export type PartnerRefusalReason =
  | 'operation'
  | 'shape'
  | 'tooLarge'
  | 'tooSlow'
  | 'encoded'
  | 'cut'
  | 'pace'
  | 'passkey';

/**
 * Everything that the server may say of itself. There is no free text and no field for a person or their words. That
 * a report was saved is not said: a line has a time, and whoever collects lines adds one.
 */
export type LogEvent =
  | {
      readonly event: 'started';
      readonly port: number;
      readonly environment: string;
      readonly store: string;
    }
  /** The store was used by a newer version: this one leaves what it does not know, and what only a newer one may change. */
  | { readonly event: 'storeUsedByNewer'; readonly number: number; readonly release: string }
  /** Some of what was saved cannot be read, since its place in the file is damaged: not which. Once, until it can. */
  | { readonly event: 'storeDamaged' }
  | { readonly event: 'stopping' | 'stopped' }
  /** More connections were asked for than there may be. Once a minute at most. */
  | { readonly event: 'connectionsFull' }
  | { readonly event: 'notSaved'; readonly code: TroubleCode }
  | { readonly event: 'turnFailed'; readonly reference: string; readonly code: TroubleCode; readonly thrown: string }
  /** Something went wrong around a turn, where no card could be shown any more. */
  | { readonly event: 'answerFailed'; readonly code: TroubleCode; readonly thrown: string }
  | { readonly event: 'activityRefused'; readonly reason: RefusalReason; readonly more?: number }
  | { readonly event: 'alertPosted'; readonly target: string; readonly attempts: number }
  | { readonly event: 'alertFailed'; readonly target: string; readonly code: string; readonly attempts: number }
  /** The certificate that the bot shows Entra ends in so many days; 0 where it has ended, or cannot be used. Once a day. */
  | { readonly event: 'certificateEnds'; readonly daysLeft: number }
  /** This server's clock moved, or disagrees with the store: nothing that cannot be undone is done by it, or is again. */
  | { readonly event: 'clockDoubted' | 'clockTrusted' }
  /** So many alerts cannot be read and are not posted, or none any more. */
  | { readonly event: 'alertsSetAside'; readonly alerts: number }
  | { readonly event: 'dailyCountPosted'; readonly target: string }
  | { readonly event: 'dailyCountFailed'; readonly target: string; readonly code: string }
  /** A week's summary was sent, or why it was not: to a channel, or to one person, and not whom. */
  | { readonly event: 'summarySent'; readonly what: string; readonly audience: string }
  | { readonly event: 'summaryWaits'; readonly what: string; readonly audience: string; readonly code: string }
  /** Somebody with a role was told that something waits, or could not be told: not who. */
  | { readonly event: 'lineSent' }
  | { readonly event: 'lineFailed'; readonly code: string }
  /** A message to many is sent, or taken back: how many have it, and never who. */
  | { readonly event: 'runStarted'; readonly kind: 'send' | 'withdraw' }
  | {
      readonly event: 'runOver';
      readonly kind: 'send' | 'withdraw';
      readonly people: number;
      readonly sent: number;
      readonly notKnown: number;
    }
  /** It stopped by itself, since it reached none of the first it was sent to. */
  | { readonly event: 'runStopped'; readonly why: StopReason }
  /** A part of it could not be worked on; it is tried again. */
  | { readonly event: 'runFailed'; readonly code: TroubleCode; readonly thrown: string }
  /** A message to a reporter was not genuine, and was not shown. Said at a full hour: not when somebody looked. */
  | { readonly event: 'messageNotGenuine' }
  | { readonly event: 'targetSet' | 'targetLost' | 'targetFound'; readonly target: string }
  /** A channel stood otherwise than the history of the settings says, and was put right. */
  | { readonly event: 'targetMended'; readonly target: string }
  /** The history of the settings cannot be read: nothing is added to it. */
  | { readonly event: 'settingsUnreadable' }
  | { readonly event: 'targetFailed'; readonly target: string; readonly code: string }
  /** Counts of a pulse could not be added to the store. */
  | { readonly event: 'pulseFailed'; readonly code: TroubleCode }
  /** Who installed or removed the app could not be noted: not who. */
  | { readonly event: 'reachFailed'; readonly code: TroubleCode }
  /** The store did not say what a force wrote of its guidance: what was live stays so. */
  | { readonly event: 'contentFailed'; readonly code: TroubleCode }
  /** An entry of a topic cannot be read, and nobody knows what is live of it. */
  | { readonly event: 'contentUnreadable' }
  /** So many topics are to be read again, the first by this day: their day has passed, or comes within sixty days. */
  | { readonly event: 'reviewsDue'; readonly over: number; readonly soon: number; readonly first: string }
  /** The rows of all who have the app were written again, alike. */
  | { readonly event: 'reachSwept'; readonly rows: number }
  /** The files of an erased case could not be removed yet: not of which. They are tried again. */
  | { readonly event: 'filesFailed'; readonly code: TroubleCode }
  /** So many sealed files could not be looked after: their case cannot be read, or they cannot be removed. */
  | { readonly event: 'filesLeft'; readonly files: number }
  /** No file can be kept where this setting says, and then again: reports without files are taken meanwhile. */
  | { readonly event: 'filesUnreachable'; readonly setting: FilesSettingName; readonly code: TroubleCode }
  | { readonly event: 'filesReached'; readonly setting: FilesSettingName }
  | {
      readonly event: 'refused';
      readonly what: 'acknowledge' | 'summary' | 'target' | 'health' | 'summaryHealth' | 'campaignChannel';
    }
  /** So many items of campaigns began to go out: not which, and not to whom. */
  | { readonly event: 'campaignItemsStarted'; readonly items: number }
  /** A library wrote to the console. What it wrote is dropped: it may be anything. */
  | { readonly event: 'libraryWrote'; readonly method: string }
  | { readonly event: 'crashed'; readonly thrown: string }
  | { readonly event: 'summaryPulled'; readonly audience: string }
  | {
      readonly event: 'tabRefused';
      readonly reason: TabRefusal;
      readonly operation?: Operation;
      readonly more?: number;
    }
  | { readonly event: 'tabFailed'; readonly operation: Operation; readonly code: TroubleCode; readonly thrown: string }
  /** Somebody with a role asked for what belongs to no one case: a list, a count, the keys. */
  | { readonly event: 'tabUsed'; readonly operation: Operation }
  /** A request to the partners' API was turned away: why, at most once a minute for each reason, and never who. */
  | { readonly event: 'partnerRefused'; readonly reason: PartnerRefusalReason }
  | {
      readonly event: 'partnerFailed';
      readonly operation: PartnerOperation;
      readonly code: TroubleCode;
      readonly thrown: string;
    }
  /** Cases were found by a list as their records do not say: somebody changed what lists are made of, or a record. */
  | { readonly event: 'listDiffers'; readonly cases: number }
  /** There is a case that nobody on the list of those who handle it may see: not which, nor whose. */
  | { readonly event: 'casesUnseen' }
  /** Messages to many and regular posts are paused since a restore. Once a day. */
  | { readonly event: 'restorePaused' }
  /** Too few people hold a role: no report is taken that needs it. */
  | { readonly event: 'rolesShort'; readonly role: NeededRole }
  /** A token says a role that the lists alone give, and they do not give it: the person does not hold it. */
  | { readonly event: 'roleNotListed' }
  /** The key of a group was put into an envelope for somebody. */
  | { readonly event: 'keyWrapped'; readonly group: KeyGroup }
  | { readonly event: 'scheduleFailed'; readonly task: string; readonly code: TroubleCode };

export type EventLog = (event: LogEvent) => void;

/** The code of something thrown. */
export function troubleCode(error: unknown): TroubleCode {
  if (error instanceof StoreError) return `store:${error.code}`;
  if (error instanceof LateError) return 'late';
  if (error instanceof OtherVersionError) return 'otherVersion';
  return error instanceof Error && error.name === 'SealError' ? 'seal' : 'unexpected';
}

/** The class name of something thrown, which is code of ours or of a library and nobody's words. */
export const thrownName = (error: unknown): string =>
  error instanceof Error && /^[A-Za-z]{1,40}$/u.test(error.constructor.name) ? error.constructor.name : 'unknown';

/** So many lines of refusals for one reason are written in a minute. */
const mostRefusalLines = 30;
const minuteMs = 60_000;

/** Lines of one reason in the minute that began at an instant. */
interface RefusalCount {
  readonly since: number;
  readonly lines: number;
  readonly more: number;
}

/**
 * Lets through so many refusals a minute for each reason, since anyone on the network can be refused and a flood of them
 * must fill no disk. The next that is let through says in `more` how many were not written in between. Every line is
 * written if the reason is that a signed-in person lacks a role or may not see a case: their pace bounds these.
 */
function boundRefusals(monotonic: Monotonic): (event: LogEvent) => LogEvent | undefined {
  const counts = new Map<string, RefusalCount>();
  return (event) => {
    if (event.event !== 'activityRefused' && event.event !== 'tabRefused') return event;
    if (event.reason === 'role' || event.reason === 'case') return event;
    const key = `${event.event} ${event.reason}`;
    const now = monotonic();
    const before = counts.get(key) ?? { since: now, lines: 0, more: 0 };
    const { since, lines, more } = now - before.since < minuteMs ? before : { since: now, lines: 0, more: before.more };
    const isWritten = lines < mostRefusalLines;
    counts.set(key, isWritten ? { since, lines: lines + 1, more: 0 } : { since, lines, more: more + 1 });
    if (!isWritten) return undefined;
    return more === 0 ? event : { ...event, more };
  };
}

/** Writes each event as one line of JSON; of refusals so many a minute for each reason. */
export function createEventLog(
  write: (line: string) => void,
  clock: () => Date,
  monotonic: Monotonic = () => performance.now(),
): EventLog {
  const bounded = boundRefusals(monotonic);
  return (event) => {
    const line = bounded(event);
    if (line) write(`${JSON.stringify({ at: clock().toISOString(), ...line })}\n`);
  };
}
