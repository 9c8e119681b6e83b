import type { AlertOutbox } from '../ports/alert-outbox.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { EntriesAsked, History } from '../ports/history.ts';
import type { AlertRecord } from '../records/alert-record.ts';
import type { CaseRecord } from '../records/case-record.ts';
import type { NewEvent } from '../records/event-chain.ts';
import type { EventKind, EventRecord, NoteReader } from '../records/event-record.ts';
import type { IdentityRules } from '../records/identity-request.ts';
import type { Day } from '../terms/calendar.ts';
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
 * Everything that may stand between a case and its end. Closing: nobody who sees it has opened its report; whoever
 * reported wrote after that; nobody decided about a referral; or it is said to be the same as another case, and is linked
 * with none; nobody else agreed to an end that one person does not decide alone, whoever closes has not opened the case
 * since, or they agreed to another outcome. Erasing: it is not closed; it has a message that nobody read; it is on hold; a referral that was decided is not made; a
 * task is open; its retention period is said to be over and is not, or
 * by the person who set its end; it was asked for without a
 * code; whoever is to carry it out has not opened the reason; the one who asked holds no role any more.
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

export interface CaseworkDependencies {
  readonly cases: CaseStore;
  readonly history: History;
  readonly outbox: AlertOutbox;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly random: Random;
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
      readonly takenFrom?: PersonId;
    }
  | { readonly kind: 'refused' }
  | { readonly kind: 'moved'; readonly record: CaseRecord; readonly inHand: CaseInHand }
  | { readonly kind: 'notAllowed'; readonly why: NotAllowed; readonly gates?: readonly Gate[] };

/** A case as somebody finds it who is about to change it. */
export interface Standing {
  readonly record: CaseRecord;
  /** The entries of its history that are asked for, without their seals: a decision reads no more than it needs. */
  readonly entries: (asked: EntriesAsked) => Promise<readonly EventRecord[]>;
  /** How many entries of a kind there are. */
  readonly count: (kind: EventKind) => Promise<number>;
  readonly by: PersonId;
  readonly now: Date;
  readonly today: Day;
}

/** An event, and the case as it stands after it. A record that is left as it was is no decision: its revision stays. */
export interface Step {
  readonly record: CaseRecord;
  readonly event: Pick<NewEvent, 'kind' | 'detail' | 'message' | 'note' | 'link' | 'files'> & {
    readonly by?: 'system';
  };
}

/** The steps to be written, why it is not allowed, or that it is so already. */
export type Decision =
  | {
      readonly steps: readonly Step[];
      readonly alert?: (alert: AlertRecord) => AlertRecord;
      /** The reserve is told by the alert: without one nothing is written. */
      readonly tells?: true;
      /** Takes the seals out of the history as well. */
      readonly erases?: true;
      /** The colleague whom the case was with, and who did not give it away: they are told. */
      readonly takenFrom?: PersonId | undefined;
    }
  | { readonly why: NotAllowed; readonly gates?: readonly Gate[] }
  | 'already';

/** The words of a handler beside an event, where there are some. */
export const noteOf = (words: SealedWords | undefined): Pick<NewEvent, 'note'> => (words ? { note: words } : {});
