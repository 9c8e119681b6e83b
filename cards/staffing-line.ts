import type { Language } from '../core/model/language.ts';
import { isAlwaysStaffed, type Staffing } from '../core/model/staffed-hours.ts';
import type { HandledBy } from '../core/model/handled-by.ts';
import { translate } from '../words/cards/translate.ts';
import { formatWeekdayDateTime } from '../words/date-format.ts';
import { formatStaffedHours } from '../words/staffed-hours.ts';

/** Without `handledBy` it promises someone on call only if both the unit and the reserve have someone. */
export function staffingLine(language: Language, { rows, opens, onCall }: Staffing, handledBy?: HandledBy): string {
  const isOnCall = handledBy === undefined ? onCall.acu && onCall.reserve : onCall[handledBy];
  if (rows === undefined) return translate(language, isOnCall ? 'staffing.unknownOnCall' : 'staffing.unknown');
  if (opens !== undefined)
    return translate(language, isOnCall ? 'staffing.closedOnCall' : 'staffing.closed', {
      when: formatWeekdayDateTime(language, opens),
    });
  if (isAlwaysStaffed(rows)) return translate(language, 'staffing.always');
  return translate(language, isOnCall ? 'staffing.hoursOnCall' : 'staffing.hours', {
    hours: formatStaffedHours(language, rows),
  });
}

export function urgentStaffingLine(language: Language, staffing: Staffing, handledBy: HandledBy): string {
  const { rows, opens, onCall } = staffing;
  if (!onCall[handledBy]) return staffingLine(language, staffing, handledBy);
  if (rows === undefined) return translate(language, 'staffing.toldNow');
  if (opens === undefined) return staffingLine(language, staffing, handledBy);
  return translate(language, 'staffing.toldNowClosed', { when: formatWeekdayDateTime(language, opens) });
}
