import type { Answers, Problem } from '../../concerns/terms/questions.ts';
import type { ReportState } from '../../concerns/reporting/report-flow.ts';
import type { Staffing } from '../../concerns/terms/staffed-hours.ts';
import type { Day } from '../../concerns/terms/calendar.ts';
import type { NeededRole } from '../../concerns/terms/directory.ts';
import type { Contacts } from '../../words/contacts.ts';

export interface ReportView {
  readonly state: ReportState;
  readonly problems: readonly Problem[];
  readonly typed?: Answers;
  readonly token: string;
  /** The longest sealed state on any page of the review; missing: as long as `token`. */
  readonly longestToken?: number;
  /** The page seals words as they are typed; the server only gets seals. */
  readonly isSealedInPage?: boolean;
  readonly contacts: Contacts;
  /**
   * `expired`: the card was open too long. `taken`: the code belongs to another report, so this is a new one. `apart`:
   * this version may concern the unit that has the earlier one, so it becomes a report of its own. `erased`: the
   * earlier version was erased, so this becomes a new report.
   */
  readonly notice?: 'expired' | 'taken' | 'apart' | 'erased';
  readonly caseId?: string;
  readonly lookAgainOn: Day;
  readonly takesFiles?: boolean;
  readonly staffing: Staffing;
  /** Roles with too few people: a report that needs one is not taken. Missing: none. */
  readonly shortRoles?: readonly NeededRole[];
  readonly mayBeAsked: boolean;
  readonly draftDays: number;
}

export const shownAnswers = ({ state, typed }: ReportView): Answers => ({ ...state.answers, ...typed });
