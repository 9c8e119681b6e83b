import type { Refusal } from '../../contract/answers.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { refusalText } from './refusal-text.ts';
import type { Tab } from './tab-context.ts';

/** Why words could not be sealed. Nothing was sent then. */
export type NotSealed =
  | {
      readonly code:
        | 'keyFirst'
        | 'ownKey'
        | 'assigneeKey'
        | 'assigneeChanged'
        | 'assigneeUnvouched'
        | 'otherKey'
        | 'listUnsigned'
        | 'noRecipient'
        | 'odd';
    }
  | { readonly code: 'refused'; readonly refusal: Refusal };
/** The public lines that words are sealed to, or why there are none to be had. */
export type Lines =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly why: NotSealed };
export type Sealed = { readonly ok: true; readonly sealed: string } | { readonly ok: false; readonly why: NotSealed };

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
} as const satisfies Record<Exclude<NotSealed['code'], 'refused'>, WordKey>;

/** Why words could not be sealed, in a sentence. */
export const notSealedText = (say: Tab['say'], why: NotSealed): string =>
  why.code === 'refused' ? refusalText(say, why.refusal) : say(words[why.code]);
