import type { PreconditionCode, CaseRefusal } from '../core/casework/case-action.ts';
import type { SubjectCardView } from '../core/casework/case-view.ts';
import type { CaseListItem, CaseRecord } from '../core/model/case-record.ts';
import type { RunningDeadline } from '../core/model/deadlines.ts';
import type { EventRecord } from '../core/model/event-record.ts';
import type { CaseId } from '../core/model/codes.ts';
import type { PersonId } from '../core/model/roles.ts';

export interface CaseRow {
  readonly figures: Omit<CaseListItem, 'week'>;
  readonly deadlines: readonly RunningDeadline[];
  /** No case handler has opened what the reporter wrote last. */
  readonly isUnread: boolean;
  readonly isUnacknowledged: boolean;
  readonly isUnopened: boolean;
}

/** A case without its seals. */
export interface CaseView {
  readonly record: Omit<
    CaseRecord,
    'sealedReport' | 'sealedIdentity' | 'attestedIdentity' | 'contentTag' | 'tenantId' | 'subjectCard' | 'formerCards'
  > & {
    /** Only cases that this person may see. */
    readonly linked: readonly CaseId[];
    /** Cases that a handler said are not about the same person; only those that this person may see. */
    readonly notSame: readonly CaseId[];
    readonly subjectCard?: SubjectCardView;
    /** Missing from older servers. */
    readonly formerCards?: readonly SubjectCardView[];
    readonly identity: 'none' | 'handlers' | 'custodians';
  };
  readonly deadlines: readonly RunningDeadline[];
  /** An alert that no one has acknowledged; an urgent one repeats until someone does. */
  readonly alertWaits: boolean;
  readonly events: readonly EventRecord[];
  readonly passed: MessageCounts;
  readonly people: readonly PersonView[];
  readonly assignable: readonly PersonView[];
  /** People whom someone else shut out and this person can let in again. */
  readonly readmittable: readonly PersonId[];
  /** The reserve is told if this person closes the case: no one else who sees it has opened its report. */
  readonly closingIsTold: boolean;
  /** Gates that keep this person from closing the case, whatever the outcome. */
  readonly closingGates: readonly PreconditionCode[];
  readonly needsAgreement: boolean;
  /** Gates that keep this person from requesting its erasure, or from carrying out a requested one. */
  readonly erasureGates: readonly PreconditionCode[];
  readonly messages: 'allowed' | 'notAgreed' | 'stopped';
}

export interface MessageCounts {
  readonly received: number;
  readonly sent: number;
  readonly shared: number;
}

export interface EntriesView {
  readonly events: readonly EventRecord[];
  readonly people: readonly PersonView[];
}

export interface ReleasedSeals {
  readonly record: CaseRecord;
  readonly events: readonly EventRecord[];
}

export interface ReleasedPage {
  readonly events: readonly EventRecord[];
  readonly isMore: boolean;
}

/** `isNew` is false if the same request was carried out before. */
export interface ChangeAnswer {
  readonly case: CaseView;
  readonly isNew: boolean;
}

/**
 * `refused`: may not, or there is no such case. `overBudget`: one person's limit is reached. `noReserve`,
 * `noCustodian`: too few people hold a needed role; nothing was kept. `moved`: the case has changed since and `case` is
 * how it is now. `notAllowed`: its state does not allow it; `gates` block its end.
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

/** The person can correct the request, wait, or go another way. */
const problemCodes = ['odd', 'tooOften', 'overBudget', 'noReserve', 'noCustodian'] as const;
const errorCodes = ['unavailable', 'newer', 'failed', 'unconfirmed'] as const;

/** The refusals that both APIs give as a bare code. `refused`: may not, or no such thing. */
export const plainRefusals = ['refused', ...problemCodes, ...errorCodes] as const;
export type PlainRefusal = (typeof plainRefusals)[number];
