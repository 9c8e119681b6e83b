import type { ComeBackState } from '../../concerns/reporting/come-back-flow.ts';
import type { Thread } from '../../concerns/reporting/come-back-thread.ts';
import type { Problem } from '../../concerns/terms/questions.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { Page } from '../page.ts';

/** What the card of somebody who comes back is drawn from. */
export interface ComeBackView {
  readonly state: ComeBackState;
  readonly problems: readonly Problem[];
  /** What was typed but is not in the state, shown in its place. */
  readonly typed?: Readonly<Record<string, string>>;
  /** The sealed state, for the buttons. */
  readonly token: string;
  readonly contacts: Contacts;
  /** How long a draft is kept. */
  readonly draftDays: number;
  /** The case's reference as it is shown, once a case was found. */
  readonly caseId?: string;
  /** What passed between the person and those who handle the case; missing where it could not be opened in time. */
  readonly thread?: Thread;
}

/** What a card says, without what each of them has around it. */
export type ComeBackContent = Omit<Page, 'language' | 'callouts' | 'actions'>;
