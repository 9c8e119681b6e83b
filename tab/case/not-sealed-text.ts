import { refusalText } from '../parts/refusal-text.ts';
import type { Tab } from '../parts/tab-context.ts';
import type { WordKey } from '../../words/tab/say.ts';
import type { NotSealed } from './seal-words.ts';

const words = {
  keyFirst: 'case.sealKeyFirst',
  ownKey: 'case.sealOwnKey',
  assigneeKey: 'case.sealAssigneeKey',
  otherKey: 'case.sealOtherKey',
  noRecipient: 'case.sealNoRecipient',
  odd: 'case.sealOdd',
} as const satisfies Record<Exclude<NotSealed['code'], 'refused'>, WordKey>;

/** Why words could not be sealed, in a sentence. */
export const notSealedText = (say: Tab['say'], why: NotSealed): string =>
  why.code === 'refused' ? refusalText(say, why.refusal) : say(words[why.code]);
