import type { CaseRefusal } from '../../core/casework/case-action.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { preconditionText } from './labels.ts';
import type { Tab } from './tab-context.ts';

const caseRefusalWords = {
  state: 'refusal.state',
  ownWork: 'refusal.ownWork',
  notAsked: 'refusal.asked',
  onHold: 'refusal.onHold',
  notSigned: 'refusal.signed',
  notRead: 'refusal.read',
  notAssignee: 'refusal.assignee',
  notAgreed: 'refusal.agreed',
  stopped: 'refusal.stopped',
  number: 'refusal.number',
  noSuchPerson: 'refusal.person',
  noSuchText: 'refusal.text',
  noSuchTask: 'refusal.task',
  fileMissing: 'refusal.file',
  fileMarked: 'refusal.fileMarked',
  tooManyTasks: 'refusal.tasks',
  noIdentity: 'refusal.identity',
  alreadyAsked: 'refusal.alreadyAsked',
  notAsker: 'refusal.notAsker',
  otherRequest: 'refusal.otherRequest',
  needsRequest: 'refusal.needsRequest',
  needsCustodian: 'refusal.needsCustodian',
  erased: 'refusal.erased',
  noKey: 'refusal.key',
  sameCase: 'refusal.sameCase',
  fullToday: 'refusal.fullToday',
  full: 'refusal.full',
  lastOne: 'refusal.lastOne',
  noReserve: 'refusal.noReserve',
  needsTwo: 'refusal.needsTwo',
  needsSecond: 'refusal.needsSecond',
  noReason: 'refusal.noReason',
  noReasonToTake: 'refusal.noReasonToTake',
  reviewTooFar: 'refusal.reviewTooFar',
  ownConflict: 'refusal.ownConflict',
  olderKey: 'refusal.olderKey',
  olderCard: 'refusal.olderCard',
  notOpened: 'refusal.notOpened',
  reportNotOpened: 'refusal.reportNotOpened',
  contact: 'refusal.contact',
  keyNotShown: 'refusal.keyNotShown',
} as const satisfies Record<CaseRefusal, WordKey>;

const refusalCodeWords = {
  notSignedIn: 'refusal.notSignedIn',
  refused: 'refusal.refused',
  odd: 'refusal.odd',
  tooOften: 'refusal.tooOften',
  overBudget: 'refusal.overBudget',
  noReserve: 'refusal.shortReserve',
  noCustodian: 'refusal.shortCustodian',
  unavailable: 'refusal.unavailable',
  newer: 'refusal.newer',
  unconfirmed: 'refusal.unconfirmed',
  failed: 'refusal.failed',
  moved: 'refusal.moved',
} as const satisfies Record<Exclude<Refusal['code'], 'notAllowed'>, WordKey>;

export function refusalText(translate: Tab['translate'], refusal: Refusal): string {
  if (refusal.code !== 'notAllowed') return translate(refusalCodeWords[refusal.code]);
  const { why, gates = [] } = refusal;
  if (gates.length === 0) return translate(caseRefusalWords[why]);
  return [translate('refusal.gated'), ...gates.map((precondition) => preconditionText(translate, precondition))].join(
    ' ',
  );
}
