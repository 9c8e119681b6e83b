import type { EventRecord } from '../../concerns/records/event-record.ts';
import type { CaseView, Changed, Result } from '../../contract/answers.ts';
import type { NotDone } from './not-sealed.ts';

/** `out`: the case is gone for the person who asked. */
export type Sent = Result<Changed | { readonly out: true }, NotDone>;

/** `isNew`: false if an earlier try had been carried out after all. */
type Saved = { readonly kind: 'saved'; readonly isNew: boolean };
type Moved = {
  readonly kind: 'moved';
  readonly changes: readonly EventRecord[];
  readonly people: CaseView['people'];
};
type Ended = { readonly kind: 'out' } | { readonly kind: 'refused'; readonly refusal: NotDone };

export type Outcome = Saved | Moved | Ended;
export type CaseOutcome = ((Saved | Moved) & { readonly case: CaseView }) | Ended;
/** What was typed stays in every state but `saved` and `out`. */
export type Sending = Outcome | { readonly kind: 'idle' | 'sending' };

export interface CaseChange {
  readonly after: (sent: Sent) => CaseOutcome;
  readonly isPast: boolean;
  readonly onSent: (outcome: CaseOutcome) => void;
}
