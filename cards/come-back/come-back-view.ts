import type { ComeBackState } from '../../concerns/reporting/come-back-flow.ts';
import type { Thread } from '../../concerns/reporting/come-back.ts';
import type { Day } from '../../concerns/terms/calendar.ts';
import type { NeededRole } from '../../concerns/terms/directory.ts';
import type { Problem } from '../../concerns/terms/questions.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { Page } from '../page.ts';

export interface ComeBackView {
  readonly state: ComeBackState;
  readonly problems: readonly Problem[];
  readonly typed?: Readonly<Record<string, string>>;
  readonly token: string;
  readonly contacts: Contacts;
  readonly lookAgainOn: Day;
  /** Missing: the words say that no file can be added. */
  readonly takesFiles?: boolean;
  /** Missing: no role is short of people. */
  readonly shortRoles?: readonly NeededRole[];
  readonly mayBeAsked: boolean;
  readonly draftDays: number;
  /** The reference as shown; missing until a case was found. */
  readonly caseId?: string;
  /** Missing if the messages could not be opened in time. */
  readonly thread?: Thread;
}

export type ComeBackContent = Omit<Page, 'language' | 'callouts' | 'actions'>;
