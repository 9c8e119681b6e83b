import type { EventRecord } from '../../concerns/records/event-record.ts';
import type { CaseView, Changed, Result } from '../../contract/answers.ts';
import type { NotDone } from './not-sealed.ts';

/** The answer to a form of a case: the case as it stands, that it is gone for whoever asked, or why it was not done. */
export type Sent = Result<Changed | { readonly out: true }, NotDone>;

/** `isNew` is false where an earlier try had been carried out after all. */
type Saved = { readonly kind: 'saved'; readonly isNew: boolean };
/** Somebody else was faster: what they did, and who is named in it. */
type Moved = {
  readonly kind: 'moved';
  readonly changes: readonly EventRecord[];
  readonly people: CaseView['people'];
};
type Ended = { readonly kind: 'out' } | { readonly kind: 'refused'; readonly refusal: NotDone };

/** The outcome of sending a form. */
export type Outcome = Saved | Moved | Ended;
/** The outcome of a form that changes a case, with the case as it stands. */
export type CaseOutcome = ((Saved | Moved) & { readonly case: CaseView }) | Ended;
/** Where a form stands. What was typed stays in every one of them but `saved` and `out`. */
export type Sending = Outcome | { readonly kind: 'idle' | 'sending' };

/** Everything that a form of a case needs of the page around it. */
export interface CaseChange {
  /** Works out what came of what was sent, against the case as the page showed it while sending. */
  readonly after: (sent: Sent) => CaseOutcome;
  /** Whether the case has moved on since what came of the last sending was said: then it is said no more. */
  readonly isPast: boolean;
  /** Shows the case as it stands now, or leaves it. */
  readonly onSent: (outcome: CaseOutcome) => void;
}
