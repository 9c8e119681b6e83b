import type { PreconditionCode, CaseRefusal } from '../core/casework/case-action.ts';
import type { Confirmation } from '../core/casework/case-links.ts';
import type { SubjectCardView } from '../core/casework/case-view.ts';
import type { OversightRefusal } from '../core/casework/four-eyes.ts';
import type { CaseListItem, CaseRecord } from '../core/model/case-record.ts';
import type { RunningDeadline } from '../core/model/deadlines.ts';
import type { EventRecord } from '../core/model/event-record.ts';
import type { CaseId } from '../core/model/case-id.ts';
import type { PersonId } from '../core/model/roles.ts';

export interface CaseRow {
  readonly figures: Omit<CaseListItem, 'week'>;
  readonly deadlines: readonly RunningDeadline[];
  readonly isUnread: boolean;
  readonly isUnacknowledged: boolean;
  readonly isUnopened: boolean;
}

export interface CaseView {
  readonly record: Omit<
    CaseRecord,
    | 'sealedReport'
    | 'sealedIdentity'
    | 'attestedIdentity'
    | 'contentTag'
    | 'tenantId'
    | 'subjectCard'
    | 'formerCards'
    | 'caseTitle'
  > & {
    /** Only cases that this person may see. */
    readonly linked: readonly CaseId[];
    /** Stated not to be about the same person; only cases that this person may see. */
    readonly notSame: readonly CaseId[];
    /** Without the seal, which `cases.titles` hands out. Missing from older servers. */
    readonly caseTitle?: SubjectCardView;
    /** Confirmed to be about one person; only cases that this person may see. Missing unless the force has switched it on. */
    readonly samePerson?: readonly CaseId[];
    /** The places on the cards that were confirmed to be of one person. Missing from older servers. */
    readonly confirmed?: readonly Confirmation[];
    readonly subjectCard?: SubjectCardView;
    /** Missing from older servers. */
    readonly formerCards?: readonly SubjectCardView[];
    readonly identity: 'none' | 'handlers' | 'custodians';
  };
  readonly deadlines: readonly RunningDeadline[];
  /** An urgent one repeats until someone acknowledges it. */
  readonly alertWaits: boolean;
  readonly events: readonly EventRecord[];
  readonly passed: MessageCounts;
  readonly people: readonly PersonView[];
  readonly assignable: readonly PersonView[];
  /** Those whom someone else excluded, and whom this person may let in. */
  readonly readmittable: readonly PersonId[];
  /** The reserve is notified if this person closes the case: no one else who sees it has opened its report. */
  readonly closingIsTold: boolean;
  /** Preconditions unfulfilled for every outcome. */
  readonly closingGates: readonly PreconditionCode[];
  /** Refuses this person's closing, beside the preconditions: too few others are left. Missing from older servers. */
  readonly closingRefusal?: OversightRefusal | undefined;
  /** Refuses this person's asking the reserve. Missing from older servers. */
  readonly reserveRefusal?: OversightRefusal | undefined;
  readonly needsAgreement: boolean;
  /** Missing from older servers. */
  readonly signOff?: 'none' | 'needed' | 'signed';
  /** Preconditions unfulfilled for requesting its erasure, or for carrying out a requested one. */
  readonly erasureGates: readonly PreconditionCode[];
  readonly messages: 'allowed' | 'notAgreed' | 'stopped';
}

export interface MessageCounts {
  readonly received: number;
  readonly sent: number;
  readonly shared: number;
}

export interface HistoryEntriesView {
  readonly events: readonly EventRecord[];
  readonly people: readonly PersonView[];
}

export interface ReleasedSeals {
  readonly record: CaseRecord;
  readonly events: readonly EventRecord[];
}

export interface ReleasedEventsPage {
  readonly events: readonly EventRecord[];
  readonly isMore: boolean;
}

export interface CaseChangeAnswer {
  readonly case: CaseView;
  readonly isNew: boolean;
}

/**
 * `refused` also if there is no such case. `overBudget`: one person's limit is reached. `noReserve`, `noCustodian`: too
 * few people hold a needed role; nothing was saved. `moved`: the case has changed since; `case` is its current state.
 * `notAllowed`: its state does not allow it; `gates` are preconditions of its end.
 */
export type Refusal =
  | { readonly code: 'notSignedIn' | PlainRefusal }
  | { readonly code: 'moved'; readonly case: CaseView }
  | { readonly code: 'notAllowed'; readonly why: CaseRefusal; readonly gates?: readonly PreconditionCode[] };

export type Result<Answer, Why = Refusal> =
  | { readonly ok: true; readonly value: Answer }
  | { readonly ok: false; readonly refusal: Why };

export type { PreconditionCode, CaseRefusal } from '../core/casework/case-action.ts';

export interface PersonView {
  readonly objectId: PersonId;
  readonly name: string;
}

const problemCodes = ['odd', 'tooOften', 'overBudget', 'noReserve', 'noCustodian'] as const;
const errorCodes = ['unavailable', 'newer', 'failed', 'unconfirmed'] as const;

/** Both APIs give these as a bare code. */
export const plainRefusals = ['refused', ...problemCodes, ...errorCodes] as const;
export type PlainRefusal = (typeof plainRefusals)[number];
