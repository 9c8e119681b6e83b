import type { AlertOutbox } from '../ports/alert-outbox.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { FileStore } from '../ports/file-store.ts';
import type { History } from '../ports/history.ts';
import type { CaseRecord } from '../records/case-record.ts';
import type { NoteReader } from '../records/event-record.ts';
import type { IdentityRules } from '../records/identity-request.ts';
import type { CaseId } from '../terms/case-id.ts';
import type { Clock, Random } from '../terms/clock.ts';
import type { PersonId } from '../terms/person-id.ts';
import type { HandledBy } from '../terms/urgency.ts';
import type { CaseInHand } from './case-in-hand.ts';
import type { CountOpening } from './count-openings.ts';

/** Why the state of a case does not allow something. */
export type NotAllowed =
  | 'state'
  | 'ownWork'
  | 'notAsked'
  | 'onHold'
  | 'notSigned'
  | 'notRead'
  | 'notAssignee'
  | 'notAgreed'
  | 'stopped'
  | 'number'
  | 'noSuchPerson'
  | 'noSuchText'
  | 'noSuchTask'
  | 'fileMissing'
  | 'tooManyTasks'
  | 'noIdentity'
  | 'alreadyAsked'
  | 'notAsker'
  | 'otherRequest'
  | 'needsRequest'
  | 'needsCustodian'
  | 'erased'
  | 'noKey'
  | 'sameCase'
  | 'fullToday'
  | 'full'
  | 'lastOne'
  | 'noReserve'
  | 'needsSecond'
  | 'noReason'
  | 'ownConflict'
  | 'olderKey'
  | 'olderCard'
  | 'notOpened'
  /** A case that is with a colleague needs a reason to go to somebody else. */
  | 'noReasonToTake'
  /** The review of a case is later than the force has it. */
  | 'reviewTooFar'
  /** It was not shown that the key which cases are sealed to now is open. */
  | 'keyNotShown'
  /** How a person may be contacted was not confirmed, or not read since. */
  | 'contact';

/**
 * Everything that may stand between a case and its end, by its code. What each asks is in gates.ts, and the tab has a
 * sentence for each.
 */
export const gates = [
  'notOpened',
  'unreadMessage',
  'referralUndecided',
  'notLinked',
  'notAgreed',
  'agreementUnread',
  'otherOutcome',
  'notClosed',
  'onHold',
  'toRefer',
  'taskOpen',
  'retentionRuns',
  'noCode',
  'reasonUnread',
  'askerGone',
] as const;
export type Gate = (typeof gates)[number];

/** The rules of a force that decisions rest on. */
export interface CaseworkRules {
  readonly timeZone: string;
  /** After how many years without any action it is looked at whether a case is still needed. */
  readonly reviewYears: number;
  /** Within how many days of the decision a referral is due; without it none falls due. */
  readonly referralDays?: number | undefined;
  /** How many custodians it takes to open an identity, and whether one does it without being asked. */
  readonly identity: IdentityRules;
  /** Whether the force's counsel has agreed to messages to reporters. */
  readonly messages: boolean;
  /** The generations of the keys that are sealed to now for those who handle such cases. */
  keyGenerations(handledBy: HandledBy): readonly string[];
}

export interface CaseworkDependencies extends CaseworkRules {
  readonly cases: CaseStore;
  readonly history: History;
  readonly outbox: AlertOutbox;
  /** Where the files of cases are; missing where the server keeps none. */
  readonly files?: FileStore | undefined;
  readonly clock: Clock;
  readonly random: Random;
  /** Counts openings of reports that are not with the one who opens them; missing where nobody counts. */
  readonly countOpening?: CountOpening;
  /** Those who handle such cases now: the one answer to who colleagues are, for what is decided and what is shown. */
  handlersKnown(handledBy: HandledBy): Promise<readonly PersonId[]>;
  /** Those who open identities now. Throws StoreError. */
  custodiansKnown(): Promise<readonly PersonId[]>;
}

/** A request of somebody to do something to a case. The same request is carried out once. */
export interface AskedEntry {
  readonly caseId: CaseId;
  readonly request: string;
}
/** A request that takes something back that was decided: it names the revision that it was decided on. */
export interface AskedChange extends AskedEntry {
  readonly revision: number;
}
/** Words of a handler, sealed in their browser. */
export interface SealedWords {
  readonly for: NoteReader;
  readonly sealed: string;
}

/**
 * `refused` stands for no such case as well. `isNew` is false where the same request was carried out before. The case in
 * hand is as it stands afterwards, with what a page asks of its history. `gates` are those that stand, where an end of a
 * case is refused.
 */
export type CaseOutcome =
  | {
      readonly kind: 'changed';
      readonly record: CaseRecord;
      readonly isNew: boolean;
      readonly inHand: CaseInHand;
      /** The people whom it leaves something to do, or something that they should know; missing if there are none. */
      readonly waits?: readonly PersonId[];
    }
  | { readonly kind: 'refused' }
  | { readonly kind: 'moved'; readonly record: CaseRecord; readonly inHand: CaseInHand }
  | { readonly kind: 'notAllowed'; readonly why: NotAllowed; readonly gates?: readonly Gate[] };
