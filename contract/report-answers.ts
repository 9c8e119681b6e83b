import type { AdditionOutcome, FoundAtDesk, SubmitOutcome } from '../concerns/ports/desk.ts';
import type { TimeLimits } from '../concerns/records/deadlines.ts';
import type { Day } from '../concerns/terms/calendar.ts';
import type { NeededRole } from '../concerns/terms/directory.ts';
import type { Staffing } from '../concerns/terms/staffed-hours.ts';
import type { Recipients } from '../concerns/terms/recipients.ts';

/** Everything that the page needs to run a conversation by itself. */
export interface ReportBegin {
  /** The server's day: the clock of a device may be wrong. A time would say more than anybody needs. */
  readonly today: Day;
  /** The public lines that are sealed to. */
  readonly recipients: Recipients;
  readonly retired: readonly string[];
  /** The day and the signature of these lines by the ceremony's key, as the settings have them. */
  readonly signed?: string;
  /** The names, numbers and links that cards say, as `contactsSchema` has them. */
  readonly contacts: object;
  /** The roles that too few people hold: no report is taken that needs one; missing if a server of before does not say. */
  readonly shortRoles?: readonly NeededRole[];
  readonly timeLimits: TimeLimits;
  /** Who looks at reports as the page asks, and when; servers of before did not say. */
  readonly staffing?: Staffing;
  /** Whether those who handle a report may write to whoever reported it. */
  readonly messages: boolean;
  /** Whether files may be added. */
  readonly files: boolean;
}

/** The answers about a sealed file that is on its way. */
export interface FileAnswers {
  /**
   * The parts that stand and are not to be sent again, in their order. `waiting`: the claim's other files that nothing
   * names yet, of an earlier visit or of another page; where there is no room they can be dropped.
   */
  'report.fileParts':
    | { readonly kind: 'parts'; readonly parts: readonly number[]; readonly waiting: readonly string[] }
    | Challenge;
  /**
   * `kept`: the part stands, a repeat as well. `differs`: another part stands in its place, nothing was kept; drop the
   * file, or send it under another name. `full`: so many files, or bytes, of this claim wait already. `odd` where it is
   * no sealed file.
   */
  'report.filePart': { readonly kind: 'kept' | 'differs' | 'full' } | Challenge;
  /** `dropped`: nothing of it stands any more. `named`: a report or a message names it, and it stays. */
  'report.fileDrop': { readonly kind: 'dropped' | 'named' } | Challenge;
}

/**
 * The answer to a claim that nobody has shown to be theirs: a seal to its own mailbox, whether or not there is a case.
 * What stands in it is sent again as the proof.
 */
export interface Challenge {
  readonly kind: 'prove';
  readonly challenge: string;
}

export interface ReportAnswers extends FileAnswers {
  'report.begin': ReportBegin;
  'report.submit': SubmitOutcome | Challenge;
  'report.find': FoundAtDesk | { readonly kind: 'nothing' } | Challenge;
  'report.add': AdditionOutcome | Challenge;
  'report.draft': { readonly sealed?: string };
  'report.keep': { readonly kept: true };
  'report.doubt': { readonly noted: true } | Challenge;
  'guidance.show': { readonly card: object };
}
