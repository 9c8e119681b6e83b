import type { CaseRecord } from '../../../core/model/case-record.ts';
import { addDays, addWeeks, type Day, firstDayOfWeek, type Week } from '../../../core/model/calendar.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { flags, reportKinds, nationalCategories } from '../../../core/model/classification.ts';
import { outcomes } from '../../../core/model/case-terms.ts';
import { createCase } from '../contracts/records.ts';

/** Makes one of the cases that a store is filled with, by its place among them and its reference. */
export type MakeCase = (at: number, caseId: CaseId) => CaseRecord;

/** The cases of the week, and those of the history that are open still: as many however long the history is. */
export const weekCaseCount = 100;
export const openCaseCount = 300;

const nth = <T>(all: readonly T[], at: number): T | undefined => all[at % all.length];

/** A case that was worked on from a day on; closed so many days later, or still open where that is missing. */
function worked(caseId: CaseId, at: number, receivedOn: Day, closedAfter: number | undefined): CaseRecord {
  const after = (days: number): Day | undefined =>
    closedAfter === undefined || days > closedAfter ? undefined : addDays(receivedOn, days);
  const closedOn = after(closedAfter ?? 0);
  return createCase({
    caseId,
    receivedOn,
    kind: nth(reportKinds, at),
    flags: at % 3 === 0 ? [flags[at % flags.length] ?? 'apsp'] : [],
    status: closedOn === undefined ? 'received' : 'closed',
    acknowledgedOn: after(at % 3),
    triagedOn: after(3),
    answeredOn: after(4),
    closedOn,
    nationalCategory: nth(nationalCategories, at),
    regime: 'general',
    outcome: nth(outcomes, at),
  });
}

/** Cases of a history of ten years, closed long before a week but for those that are open still; the last ones are the week's. */
export function createWeekInHistory(week: Week, history: number): MakeCase {
  const sunday = addDays(firstDayOfWeek(week), 6);
  return (at, caseId) => {
    if (at >= history) return worked(caseId, at, addDays(sunday, -6 + (at % 3)), at % 10 === 0 ? undefined : 4);
    return at < openCaseCount
      ? worked(caseId, at, addDays(sunday, -40 - (at % 60)), undefined)
      : worked(caseId, at, addDays(sunday, -90 - Math.floor((at * 3_650) / history)), 20);
  };
}

/** Cases of so many weeks up to one, in turn; each closed within a month. */
export const createWeeksUpTo =
  (week: Week, weeks: number): MakeCase =>
  (at, caseId) =>
    worked(caseId, at, addDays(firstDayOfWeek(addWeeks(week, -(at % weeks))), at % 7), at % 30);
