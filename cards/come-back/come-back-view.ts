import type { ComeBackState } from '../../concerns/reporting/come-back-flow.ts';
import type { Thread } from '../../concerns/reporting/come-back-thread.ts';
import type { Day } from '../../concerns/terms/calendar.ts';
import type { NeededRole } from '../../concerns/terms/directory.ts';
import type { Problem } from '../../concerns/terms/questions.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { Page } from '../page.ts';

/** Everything that the card of somebody who comes back is drawn from. */
export interface ComeBackView {
  readonly state: ComeBackState;
  readonly problems: readonly Problem[];
  /** Words that were typed but are not in the state, shown in its place. */
  readonly typed?: Readonly<Record<string, string>>;
  /** The sealed state, for the buttons. */
  readonly token: string;
  readonly contacts: Contacts;
  /** The day on which somebody who adds something now is told to look again. */
  readonly lookAgainOn: Day;
  /** Files can be added beside the cards; the words say that none can where it is missing. */
  readonly takesFiles?: boolean;
  /** The roles that too few people hold; none if it is missing. */
  readonly shortRoles?: readonly NeededRole[];
  /** Whether those who handle the report may write to them. */
  readonly mayBeAsked: boolean;
  /** How long a draft is kept. */
  readonly draftDays: number;
  /** The case's reference as it is shown, once a case was found. */
  readonly caseId?: string;
  /**
   * The messages that passed between the person and those who handle the case; missing where they could not be opened in
   * time.
   */
  readonly thread?: Thread;
}

/** The content of a card, without what each of them has around it. */
export type ComeBackContent = Omit<Page, 'language' | 'callouts' | 'actions'>;
