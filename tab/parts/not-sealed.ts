import type { Refusal, Result } from '../../contract/answers.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { refusalText } from './refusal-text.ts';
import type { Tab } from './tab-context.ts';

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
