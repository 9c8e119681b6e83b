import type { EventRecord } from '../../concerns/records/event-record.ts';
import type { Result } from '../parts/tab-context.ts';
import type { CaseView, Changed, Refusal } from '../../contract/answers.ts';
import type { NotSealed } from './seal-words.ts';

/** What the API says to a change: the case as it stands, or that it is gone for whoever asked. */
export type ChangeAnswer = Result<Changed | { readonly out: true }>;

/** What came of sending a form: an answer, or words that could not be sealed, so that nothing was sent. */
export type Sent =
  | { readonly kind: 'answered'; readonly answer: ChangeAnswer }
  | { readonly kind: 'notSealed'; readonly why: NotSealed };

/** Where a form stands. What was typed stays in every one of them but `saved` and `out`. */
export type Sending =
  | { readonly kind: 'idle' | 'sending' | 'out' }
  /** `isNew` is false where an earlier try had been carried out after all. */
  | { readonly kind: 'saved'; readonly isNew: boolean; readonly case: CaseView }
  | { readonly kind: 'moved'; readonly changes: readonly EventRecord[]; readonly case: CaseView }
  | { readonly kind: 'refused'; readonly refusal: Exclude<Refusal, { readonly code: 'moved' }> }
  | { readonly kind: 'notSealed'; readonly why: NotSealed };

/** What happened to a case since a page showed it. */
export const changesSince = (shown: CaseView, now: CaseView): readonly EventRecord[] =>
  now.events.filter((event) => event.sequence > shown.record.chain.sequence && event.kind !== 'viewed');

/** Where a form stands after what it sent; `shown` is the case as the page showed it while sending. */
export function afterSending(sent: Sent, shown: CaseView): Sending {
  if (sent.kind === 'notSealed') return sent;
  const { answer } = sent;
  if (answer.ok) {
    return 'out' in answer.value
      ? { kind: 'out' }
      : { kind: 'saved', isNew: answer.value.isNew, case: answer.value.case };
  }
  const { refusal } = answer;
  return refusal.code === 'moved'
    ? { kind: 'moved', changes: changesSince(shown, refusal.case), case: refusal.case }
    : { kind: 'refused', refusal };
}
