import type { CaseRecord, CaseStatus } from '../model/case-record.ts';
import type { RunningDeadline } from '../model/deadlines.ts';
import type { StoredFile, SealedFile } from '../model/sealed-file.ts';
import type { Day } from '../model/calendar.ts';
import type { CaseId } from '../model/case-id.ts';
import type { ClosingAnswer } from '../model/case-terms.ts';
import type { IdentityMode } from '../model/questions.ts';
import type { Route } from '../model/report-routes.ts';
import type { HandledBy } from '../model/handled-by.ts';
import type { Urgency } from '../model/urgency.ts';
import type { CaseCapacity } from './case-limits.ts';
import type { RequiredRole } from '../model/roles.ts';

/** The mailbox's public key proves the code. */
export interface CaseCredential {
  readonly caseId: CaseId;
  readonly mailbox: string;
}

export interface ReportSubmission
  extends CaseCredential,
    Pick<
      CaseRecord,
      | 'tenantId'
      | 'receivedOn'
      | 'route'
      | 'partnerType'
      | 'kind'
      | 'urgency'
      | 'mode'
      | 'language'
      | 'handledBy'
      | 'flags'
      | 'contentTag'
      | 'sealedReport'
      | 'sealedIdentity'
      | 'attestedIdentity'
      | 'files'
    > {}

export interface SavedReport {
  readonly caseId: CaseId;
  readonly urgency: Urgency;
  readonly handledBy: HandledBy;
  readonly receivedOn: Day;
  readonly mode: IdentityMode;
  readonly files?: number | undefined;
}

/**
 * `isNew` is false for a repeat. `differs`: an earlier version is stored, not this one. `taken`: another report has
 * this reference; draw a new code.
 */
export type SubmitOutcome =
  | ({ readonly kind: 'saved'; readonly isNew: boolean } & SavedReport)
  | ({ readonly kind: 'differs' } & SavedReport)
  | { readonly kind: 'taken' }
  | { readonly kind: 'erased' }
  | { readonly kind: 'filesMissing' };

export interface NextDeadline {
  readonly dueOn: RunningDeadline['dueOn'];
  readonly isLate: boolean;
}

export interface IntakeMessage {
  readonly kind: 'messageFromReporter' | 'messageToReporter';
  /** The day of a reporter's message; empty for one to them, whose seal has its day. */
  readonly at: string;
  readonly message: { readonly id: string; readonly number: number; readonly sealed?: string };
  readonly asks: boolean;
  readonly setAside?: true;
}

/** As the holder of its code sees it. */
export interface IntakeCase {
  readonly kind: 'case';
  readonly handledBy: HandledBy;
  readonly route: Route | undefined;
  readonly status: CaseStatus;
  readonly receivedOn: Day;
  readonly next: NextDeadline | undefined;
  readonly answer: ClosingAnswer | undefined;
  /** From then on they may be asked whether they were treated worse. */
  readonly asksOn: Day | undefined;
  readonly files?: number | undefined;
  /** The last day on which someone opened their sealed identity, if they are notified. */
  readonly identityOpenedOn: Day | undefined;
}

export interface IntakeQuery {
  readonly addition?: string;
  readonly messages?: true;
}

export type IntakeResult =
  | (IntakeCase & {
      readonly addition: { readonly stands: boolean; readonly count: number };
      readonly messages: readonly IntakeMessage[];
    })
  | { readonly kind: 'erased'; readonly on: Day; readonly stood: boolean };

export interface AdditionSubmission extends CaseCredential {
  readonly id: string;
  /** From 1, without gaps. */
  readonly number: number;
  readonly writtenOn: Day;
  readonly handledBy: HandledBy;
  readonly sealed: string;
  readonly isUrgent: boolean;
  readonly staysClosed: boolean;
  readonly files?: readonly StoredFile[];
}

export type AdditionOutcome =
  | { readonly kind: 'saved' | 'moved' | 'notFound' }
  | { readonly kind: 'filesMissing' }
  | { readonly kind: 'erased'; readonly on: Day }
  | { readonly kind: Exclude<CaseCapacity, 'room'> };

interface DraftSubmission {
  readonly sealed: string;
  readonly until: Day;
}

/**
 * The code and the words stay in front of it, and only terms from closed lists pass in clear. StoreError: nothing is
 * known to be saved. Methods that save throw OverBudgetError, and `submit` UnderstaffedRoleError. A repeat finds the
 * first.
 */
export interface Intake {
  submit(report: ReportSubmission): Promise<SubmitOutcome>;
  find(credential: CaseCredential, query: IntakeQuery): Promise<IntakeResult | undefined>;
  add(addition: AdditionSubmission): Promise<AdditionOutcome>;
  readDraft(id: string): Promise<string | undefined>;
  saveDraft(id: string, draft: DraftSubmission | undefined): Promise<void>;
}

/** A conversation without a page has none. */
export interface FileUploader {
  readonly list: () => readonly SealedFile[];
  /**
   * Stores every file under this claim, sealed to its handlers. A stored part is not sent again. Throws StoreError:
   * then the report must not be sent.
   */
  upload(credential: CaseCredential, to: HandledBy): Promise<readonly StoredFile[]>;
  readonly onMissing: () => void;
}

const understaffedRoleCodes = ['noReserve', 'noCustodian'] as const;
export type UnderstaffedRoleCode = (typeof understaffedRoleCodes)[number];

export const isUnderstaffedRoleCode = (code: string): code is UnderstaffedRoleCode =>
  understaffedRoleCodes.some((one) => one === code);

export class UnderstaffedRoleError extends Error {
  readonly code: UnderstaffedRoleCode;
  constructor(code: UnderstaffedRoleCode) {
    super(code);
    this.name = 'UnderstaffedRoleError';
    this.code = code;
  }
}

export function understaffedRoleCode(
  { handledBy, mode }: { readonly handledBy: HandledBy; readonly mode: IdentityMode },
  understaffedRoles: readonly RequiredRole[],
): UnderstaffedRoleCode | undefined {
  if (handledBy === 'reserve' && understaffedRoles.includes('reserve')) return 'noReserve';
  return mode === 'confidential' && understaffedRoles.includes('custodian') ? 'noCustodian' : undefined;
}
