import type { NotAllowed } from '../../concerns/casework/not-allowed.ts';
import type { Refusal } from '../contract/answers.ts';
import type { WordKey } from '../words/say.ts';
import type { Tab } from './tab-context.ts';

const reasons = {
  state: 'status.notState',
  ownWork: 'status.notOwnWork',
  notAsked: 'status.notAsked',
  onHold: 'status.notOnHold',
  notSigned: 'status.notSigned',
  notAssignee: 'status.notAssignee',
  notAgreed: 'status.notAgreed',
  stopped: 'status.notStopped',
  number: 'status.notNumber',
  noSuchPerson: 'status.notPerson',
  noSuchText: 'status.notText',
  noIdentity: 'status.notIdentity',
  erased: 'status.notErased',
  noKey: 'status.notKey',
  sameCase: 'status.notSameCase',
} as const satisfies Record<NotAllowed, WordKey>;

const codes = {
  notSignedIn: 'status.notSignedIn',
  refused: 'status.refused',
  odd: 'status.odd',
  tooOften: 'status.tooOften',
  unavailable: 'status.unavailable',
  unconfirmed: 'status.unconfirmed',
  failed: 'status.failed',
  moved: 'status.moved',
} as const satisfies Record<Exclude<Refusal['code'], 'notAllowed'>, WordKey>;

/** Why something was not done, what is safe to assume, and what to do now. */
export const refusalText = (say: Tab['say'], refusal: Refusal): string =>
  say(refusal.code === 'notAllowed' ? reasons[refusal.why] : codes[refusal.code]);
