import type { Answers, Problem } from '../../concerns/terms/questions.ts';
import type { ReportState } from '../../concerns/reporting/report-flow.ts';
import type { Staffing } from '../../concerns/terms/staffed-hours.ts';
import type { Day } from '../../concerns/terms/calendar.ts';
import type { NeededRole } from '../../concerns/terms/directory.ts';
import type { Contacts } from '../../words/contacts.ts';

/** Everything that the card of a report is drawn from. */
export interface ReportView {
  readonly state: ReportState;
  readonly problems: readonly Problem[];
  /** Words that were typed but are not in the state, shown in place of its answers. */
  readonly typed?: Answers;
  /** The sealed state, for the buttons. */
  readonly token: string;
  /** The most that the state of this report may be sealed to on any page of its review; as long as `token` where unsaid. */
  readonly longestToken?: number;
  /** Words are sealed where they are typed, and pass the server as seals only. */
  readonly isSealedInPage?: boolean;
  readonly contacts: Contacts;
  /**
   * `expired`: the state was older than it may be. `taken`: the code was another report's, this is a new one. `apart`:
   * an earlier version is with the unit and this one may concern it, so it becomes a report of its own. `erased`: an
   * earlier version was erased, so it becomes a new report.
   */
  readonly notice?: 'expired' | 'taken' | 'apart' | 'erased';
  /** The reference as it is shown. */
  readonly caseId?: string;
  /** The day on which somebody who sends now is told to look again: nobody nudges them. */
  readonly lookAgainOn: Day;
  /** Files can be added beside the cards; the words say that none can where it is missing. */
  readonly takesFiles?: boolean;
  /** Who looks at reports now, and when. */
  readonly staffing: Staffing;
  /** The roles that too few people hold: what needs one cannot be reported; none if it is missing. */
  readonly shortRoles?: readonly NeededRole[];
  /** Whether those who handle the report may write to them. */
  readonly mayBeAsked: boolean;
  /** How long a draft is kept. */
  readonly draftDays: number;
}

/** The answers as the card shows them. */
export const shownAnswers = ({ state, typed }: ReportView): Answers => ({ ...state.answers, ...typed });
