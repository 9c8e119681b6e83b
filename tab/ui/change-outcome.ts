import type { EventRecord } from '../../core/model/event-record.ts';
import type { CaseView, CaseChangeAnswer, Refusal, Result } from '../../contract/operation-answers.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { refusalText } from './refusal-text.ts';
import type { Tab } from './tab-context.ts';

export type ChangeResult = Result<CaseChangeAnswer | { readonly out: true }, ChangeRefusal>;

type SavedOutcome = { readonly kind: 'saved'; readonly isNew: boolean };
type ConflictOutcome = {
  readonly kind: 'moved';
  readonly changes: readonly EventRecord[];
  /** Each field as it was and is, in words. */
  readonly fields: readonly string[];
  readonly people: CaseView['people'];
};
type TerminalOutcome = { readonly kind: 'out' } | { readonly kind: 'refused'; readonly refusal: ChangeRefusal };

export type ChangeOutcome = SavedOutcome | ConflictOutcome | TerminalOutcome;
export type CaseChangeOutcome = ((SavedOutcome | ConflictOutcome) & { readonly case: CaseView }) | TerminalOutcome;
/** Typed words stay in every state but `saved` and `out`. */
export type RequestStatus = ChangeOutcome | { readonly kind: 'idle' | 'sending' };

export interface CaseChangeControls {
  readonly toOutcome: (sent: ChangeResult) => CaseChangeOutcome;
  readonly isStale: boolean;
  readonly onSent: (outcome: CaseChangeOutcome) => void;
}

export interface SealingRefusal {
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
/**
 * By the page itself. `mismatch`: a fetched file's content is not the one that the seal names; `inCase`: a file was added
 * by an earlier press, whose answer was lost.
 */
interface FileRefusal {
  readonly code: 'fileNotUsable';
  readonly why: 'mismatch' | 'otherKey' | 'inCase' | 'calledOff';
}
export type ChangeRefusal = Refusal | SealingRefusal | FileRefusal;

export const sealingRefusal = (
  why: SealingRefusal['why'],
): Extract<Result<never, SealingRefusal>, { readonly ok: false }> => ({
  ok: false,
  refusal: { code: 'notSealed', why },
});

const sealingRefusalWords = {
  keyFirst: 'case.sealKeyFirst',
  ownKey: 'case.sealOwnKey',
  assigneeKey: 'case.sealAssigneeKey',
  assigneeChanged: 'fingerprint.assigneeChanged',
  assigneeUnvouched: 'fingerprint.assigneeUnvouched',
  otherKey: 'case.sealOtherKey',
  listUnsigned: 'fingerprint.listRefused',
  noRecipient: 'case.sealNoRecipient',
  odd: 'case.sealOdd',
} as const satisfies Record<Extract<SealingRefusal['why'], string>, WordKey>;

const fileRefusalWords = {
  mismatch: 'caseFiles.mismatch',
  otherKey: 'caseFiles.otherKey',
  inCase: 'caseFiles.inCase',
  calledOff: 'caseFiles.calledOff',
} as const satisfies Record<FileRefusal['why'], WordKey>;

export function changeRefusalText(translate: Tab['translate'], refusal: ChangeRefusal): string {
  if (refusal.code === 'fileNotUsable') return translate(fileRefusalWords[refusal.why]);
  if (refusal.code !== 'notSealed') return refusalText(translate, refusal);
  return typeof refusal.why === 'string'
    ? translate(sealingRefusalWords[refusal.why])
    : refusalText(translate, refusal.why);
}
