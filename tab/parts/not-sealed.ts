import type { Refusal, Result } from '../../contract/answers.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { refusalText } from './refusal-text.ts';
import type { Tab } from './tab-context.ts';

/** Words could not be sealed, so that nothing was sent: by what the page knows, or as the server refused what it takes. */
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
/** Why something was not done that was typed and sent. */
export type NotDone = Refusal | NotSealed;

/** The result of sealing that did not come about. */
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

/** Why something was not done, in a sentence. */
export function notDoneText(say: Tab['say'], refusal: NotDone): string {
  if (refusal.code !== 'notSealed') return refusalText(say, refusal);
  return typeof refusal.why === 'string' ? say(words[refusal.why]) : refusalText(say, refusal.why);
}
