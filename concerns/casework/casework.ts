import type { AlertOutbox } from '../ports/alerts.ts';
import type { CaseStore, History } from '../ports/case-store.ts';
import type { FileStore } from '../ports/file-store.ts';
import type { CaseRecord } from '../records/case-record.ts';
import type { NoteReader } from '../records/event-record.ts';
import type { IdentityRules } from '../records/identity-request.ts';
import type { CaseId } from '../terms/codes.ts';
import type { Clock, Random } from '../terms/calendar.ts';
import type { PersonId } from '../terms/directory.ts';
import type { HandledBy } from '../terms/urgency.ts';
import type { CaseInHand } from './case-in-hand.ts';
import type { CountOpening } from './count-openings.ts';

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
  | 'noReasonToTake'
  | 'reviewTooFar'
  | 'keyNotShown'
  | 'contact';

/** The rules are in gates.ts, the sentences in the tab. */
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

export interface CaseworkRules {
  readonly timeZone: string;
  readonly reviewYears: number;
  readonly referralDays?: number | undefined;
  readonly identity: IdentityRules;
  readonly messages: boolean;
  keyGenerations(handledBy: HandledBy): readonly string[];
}

export interface CaseworkDependencies extends CaseworkRules {
  readonly cases: CaseStore;
  readonly history: History;
  readonly outbox: AlertOutbox;
  readonly files?: FileStore | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly countOpening?: CountOpening;
  handlersKnown(handledBy: HandledBy): Promise<readonly PersonId[]>;
  custodiansKnown(): Promise<readonly PersonId[]>;
}

/** The same request is carried out once. */
export interface AskedEntry {
  readonly caseId: CaseId;
  readonly request: string;
}
export interface AskedChange extends AskedEntry {
  readonly revision: number;
}
/** Sealed in the handler's browser. */
export interface SealedWords {
  readonly for: NoteReader;
  readonly sealed: string;
}

/** `refused` also if there is no such case. `isNew` is false for a repeat. The case is as it stands afterwards. */
export type CaseOutcome =
  | {
      readonly kind: 'changed';
      readonly record: CaseRecord;
      readonly isNew: boolean;
      readonly inHand: CaseInHand;
      readonly waits?: readonly PersonId[];
    }
  | { readonly kind: 'refused' }
  | { readonly kind: 'moved'; readonly record: CaseRecord; readonly inHand: CaseInHand }
  | { readonly kind: 'notAllowed'; readonly why: NotAllowed; readonly gates?: readonly Gate[] };
