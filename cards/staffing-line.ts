import type { Language } from '../core/model/language.ts';
import { isAlwaysStaffed, type Staffing } from '../core/model/staffed-hours.ts';
import type { HandledBy } from '../core/model/urgency.ts';
import { say } from '../words/cards/translate.ts';
import { showDayAndTime } from '../words/days.ts';
import { showStaffedHours } from '../words/staffed-hours.ts';

/**
 * Who looks at reports, and when. Without `handledBy` the line promises someone on call only if both the unit and the
 * reserve have someone.
 */
export function staffingLine(language: Language, { rows, opens, onCall }: Staffing, handledBy?: HandledBy): string {
  const isOnCall = handledBy === undefined ? onCall.acu && onCall.reserve : onCall[handledBy];
  if (rows === undefined) return say(language, isOnCall ? 'staffing.unknownOnCall' : 'staffing.unknown');
  if (opens !== undefined)
    return say(language, isOnCall ? 'staffing.closedOnCall' : 'staffing.closed', {
      when: showDayAndTime(language, opens),
    });
  if (isAlwaysStaffed(rows)) return say(language, 'staffing.always');
  return say(language, isOnCall ? 'staffing.hoursOnCall' : 'staffing.hours', {
    hours: showStaffedHours(language, rows),
  });
}

export function urgentStaffingLine(language: Language, staffing: Staffing, handledBy: HandledBy): string {
  const { rows, opens, onCall } = staffing;
  if (!onCall[handledBy]) return staffingLine(language, staffing, handledBy);
  if (rows === undefined) return say(language, 'staffing.toldNow');
  if (opens === undefined) return staffingLine(language, staffing, handledBy);
  return say(language, 'staffing.toldNowClosed', { when: showDayAndTime(language, opens) });
}
