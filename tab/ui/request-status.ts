import type { EventRecord } from '../../core/model/event-record.ts';
import type { CaseView, Changed, Refusal, Result } from '../../contract/answers.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { refusalText } from './refusal-text.ts';
import type { Tab } from './tab-context.ts';

export type Sent = Result<Changed | { readonly out: true }, NotDone>;

type Saved = { readonly kind: 'saved'; readonly isNew: boolean };
type Moved = {
  readonly kind: 'moved';
  readonly changes: readonly EventRecord[];
  readonly people: CaseView['people'];
};
type Ended = { readonly kind: 'out' } | { readonly kind: 'refused'; readonly refusal: NotDone };

export type Outcome = Saved | Moved | Ended;
export type CaseOutcome = ((Saved | Moved) & { readonly case: CaseView }) | Ended;
/** Typed words stay in every state but `saved` and `out`. */
export type Sending = Outcome | { readonly kind: 'idle' | 'sending' };

export interface CaseChange {
  readonly after: (sent: Sent) => CaseOutcome;
  readonly isPast: boolean;
  readonly onSent: (outcome: CaseOutcome) => void;
}

export interface NotSealed {
  readonly code: 'notSealed';
  readonly why:
    | 'keyFirst'
    | 'ownKey'
    | 'assigneeKey'
    | 'assigneeChanged'
    | 'assigneeUnvouched'
    | 'otherKey'
    | 'listUnsigned'
    | 'noRecipient'
    | 'odd'
    | Refusal;
}
export type NotDone = Refusal | NotSealed;

export const notSealed = (why: NotSealed['why']): Extract<Result<never, NotSealed>, { readonly ok: false }> => ({
  ok: false,
  refusal: { code: 'notSealed', why },
});

const words = {
  keyFirst: 'case.sealKeyFirst',
  ownKey: 'case.sealOwnKey',
  assigneeKey: 'case.sealAssigneeKey',
  assigneeChanged: 'fingerprint.assigneeChanged',
  assigneeUnvouched: 'fingerprint.assigneeUnvouched',
  otherKey: 'case.sealOtherKey',
  listUnsigned: 'fingerprint.listRefused',
  noRecipient: 'case.sealNoRecipient',
  odd: 'case.sealOdd',
} as const satisfies Record<Extract<NotSealed['why'], string>, WordKey>;

export function notDoneText(say: Tab['say'], refusal: NotDone): string {
  if (refusal.code !== 'notSealed') return refusalText(say, refusal);
  return typeof refusal.why === 'string' ? say(words[refusal.why]) : refusalText(say, refusal.why);
}
