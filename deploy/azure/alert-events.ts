import type { LogEvent } from '../../bot/running/event-log.ts';

/** The name of an event of the log. */
export type EventName = LogEvent['event'];

/** Lines of the log after which somebody should look at once: something was tampered with, or reaches nobody. */
export const eventsForNow = [
  'messageNotGenuine',
  'listDiffers',
  'targetLost',
  'targetMended',
  'alertsSetAside',
  'settingsUnreadable',
  'storeDamaged',
  'crashed',
] as const satisfies readonly EventName[];

/**
 * Lines after which somebody should look within the day where they come again and again. That something was not saved is
 * among them: told at once, it would say the minute in which one person tried to report.
 */
export const eventsForLater = [
  'notSaved',
  'turnFailed',
  'answerFailed',
  'tabFailed',
  'partnerFailed',
  'alertFailed',
  'lineFailed',
  'targetFailed',
  'scheduleFailed',
  'contentFailed',
  'reachFailed',
  'runFailed',
  'connectionsFull',
  'workerEnded',
] as const satisfies readonly EventName[];

/** Lines that come once, or once a day: each is told, by the hour. None of them is moved by a report. */
export const eventsSaidOnce = [
  'certificateEnds',
  'clockDoubted',
  'contentUnreadable',
  'dailyCountFailed',
  'filesFailed',
  'filesLeft',
  'filesUnreachable',
  'keyWrapped',
  'pulseFailed',
  'reviewsDue',
  'casesUnseen',
  'roleNotListed',
  'rolesShort',
  'runStopped',
  'summaryWaits',
] as const satisfies readonly EventName[];

/** Lines that say that somebody was turned away, and for which reasons that is no stranger's doing. */
export const eventsOfDoors = [
  'activityRefused',
  'partnerRefused',
  'tabRefused',
] as const satisfies readonly EventName[];
export const reasonsOfDoors = ['claims', 'client', 'keys', 'pace', 'service', 'signature'] as const;
