import type { CaseId } from '../concerns/terms/case-id.ts';
import type { CaseFigures, CaseRecord } from '../concerns/records/case-record.ts';
import type { NotAllowed } from '../concerns/casework/casework.ts';
import type { Gate } from '../concerns/casework/gates.ts';
import type { PlainRefusal } from './plain-refusals.ts';
import type { BulkOutcome } from '../concerns/casework/give-cases.ts';
import type { Attestation, ExportedEntry } from '../concerns/casework/exported-case.ts';
import type { RunningDeadline } from '../concerns/records/deadlines.ts';
import type { LineChoice } from '../concerns/records/waiting-line.ts';
import type { EventRecord } from '../concerns/records/event-record.ts';
import type { IdentityRules } from '../concerns/records/identity-request.ts';
import type { Audience } from '../concerns/records/permissions.ts';
import type { Role } from '../concerns/terms/directory.ts';
import type { PersonId } from '../concerns/terms/person-id.ts';
import type { Language } from '../concerns/terms/language.ts';
import type { ReplyName } from '../concerns/terms/reply-names.ts';
import type { HandledBy } from '../concerns/terms/urgency.ts';
import type { InviteAnswers } from './invite-answers.ts';
import type { KeyAnswers } from './key-answers.ts';
import type { CampaignAnswers } from './campaign-answers.ts';
import type { CaseFileAnswers } from './case-file-answers.ts';
import type { ContentAnswers } from './content-answers.ts';
import type { ReportAnswers } from './report-answers.ts';
import type { CustodianAnswers } from './custodian-answers.ts';
import type { Counts } from './counts.ts';
import type { OverseenRow, OverseenView } from './oversight-answers.ts';
import type { Operation } from './requests.ts';
import type { ShownPerson } from './shown-person.ts';
import type { CardsAnswer, KnownCard } from './subject-answers.ts';
import type { SummaryAnswer, SummaryFileAnswer } from './summary-answers.ts';

/** A row of the list. Nothing sealed. */
export interface CaseRow {
  readonly figures: Omit<CaseFigures, 'week'>;
  readonly deadlines: readonly RunningDeadline[];
  /** The reporter wrote something that nobody who handles the case has opened since. */
  readonly isUnread: boolean;
  /** Nobody has acknowledged the case, or what was added to it. */
  readonly isUnacknowledged: boolean;
  /** Nobody who handles the case has opened it since it came or its reporter wrote. */
  readonly isUnopened: boolean;
}

/** A case without anything sealed: its history says who did what and when. */
export interface CaseView {
  readonly record: Omit<
    CaseRecord,
    'sealedReport' | 'sealedIdentity' | 'attestedIdentity' | 'contentTag' | 'tenantId' | 'subjectCard' | 'formerCards'
  > & {
    /** The cases that it was linked with and that this person may see. */
    readonly linked: readonly CaseId[];
    /** The cases that are said not to be about the same person and that this person may see. */
    readonly notSame: readonly CaseId[];
    /** The card of whom it is about, without its seal. */
    readonly subjectCard?: KnownCard;
    /** The cards that it took the place of; missing from a server of before. */
    readonly formerCards?: readonly KnownCard[];
    /** Whether there is a sealed identity, and who can open it. */
    readonly identity: 'none' | 'handlers' | 'custodians';
  };
  readonly deadlines: readonly RunningDeadline[];
  /** Whether the unit was alerted of something that nobody has acknowledged: an urgent alert repeats until then. */
  readonly alertWaits: boolean;
  /** The last entries of its history without their seals; those before are asked for. */
  readonly events: readonly EventRecord[];
  /** How many messages of the reporter and to them there are, and how often an identity was shared. */
  readonly passed: Passed;
  /** The names of those who stand in the record and its history, as far as they are known. */
  readonly people: readonly ShownPerson[];
  /** Those whom the case may be given to. */
  readonly assignable: readonly ShownPerson[];
  /** Those whom another shut out, and whom this person can let in again. */
  readonly readmittable: readonly PersonId[];
  /** Whether the reserve is told where this person closes the case: nobody else who sees it has opened its report. */
  readonly closingIsTold: boolean;
  /** The gates that keep this person from closing the case, whichever outcome they choose. */
  readonly closingGates: readonly Gate[];
  /** Whether somebody else has to agree before the case is closed: the record says to what somebody agreed last. */
  readonly needsAgreement: boolean;
  /** Those that keep them from asking for its erasure, or from carrying it out where that was asked for. */
  readonly erasureGates: readonly Gate[];
  /** Whether messages to the reporter may be written, and why not where not. */
  readonly messages: 'allowed' | 'notAgreed' | 'stopped';
}

export interface Passed {
  readonly received: number;
  readonly sent: number;
  readonly shared: number;
}

/** Entries of a history without their seals, with the names of those who stand in them, as far as they are known. */
export interface ShownEntries {
  readonly events: readonly EventRecord[];
  readonly people: readonly ShownPerson[];
}

/** The seals that are handed out once it stands in the history that somebody opened the case. */
export interface OpenedSeals {
  readonly record: CaseRecord;
  /** With their seals, in their order. */
  readonly events: readonly EventRecord[];
}

/** A page of what an opening hands out, from the first entry on; `isMore` where others follow. */
export interface OpenedPage {
  readonly events: readonly EventRecord[];
  readonly isMore: boolean;
}

/** `isNew` is false where the same request was carried out before. */
export interface Changed {
  readonly case: CaseView;
  readonly isNew: boolean;
}

/** The outcome for each of several cases. */
export interface BulkAnswer {
  readonly outcomes: readonly { readonly caseId: CaseId; readonly outcome: BulkOutcome }[];
}

/** The answers of the operations that do not answer with the changed case. */
interface OwnAnswers
  extends CampaignAnswers,
    CaseFileAnswers,
    ContentAnswers,
    CustodianAnswers,
    InviteAnswers,
    KeyAnswers,
    ReportAnswers {
  me: {
    readonly objectId: PersonId;
    readonly name: string;
    readonly roles: readonly Role[];
    /** The kinds of case that this person handles. */
    readonly handles: readonly HandledBy[];
    /** Those whose summaries this person may have, the fullest first. */
    readonly summaries: readonly Audience[];
    readonly messages: boolean;
    readonly exports: boolean;
    /** Whether partners outside the force may be invited; for admins alone. */
    readonly partners?: true;
    /** Whether files can be added to cases; for those who handle some. */
    readonly files?: true;
    /** The replies that a message may begin with: missing where none may be written. */
    readonly replies?: readonly { readonly name: ReplyName; readonly words: Readonly<Record<Language, string>> }[];
    /** SHA-256, hexadecimal, first 16 digits, of the public key that exports are signed with. */
    readonly exportKey?: string;
    readonly today: string;
    /** The last day that a review of a case may be set to; for those who handle some. */
    readonly lastReviewOn?: string;
    readonly timeZone: string;
    readonly idleMinutes: number;
    /** The number that is called in an emergency; missing from servers of before. */
    readonly emergency?: string;
    /** How identities are opened here; for custodians alone. */
    readonly identity?: IdentityRules;
  };
  'cases.list': {
    readonly rows: readonly CaseRow[];
    readonly next?: string;
    /** Another one where anything in these rows is. */
    readonly mark: string;
    /** Those who are known to handle such cases, and those whom the rows are with. */
    readonly people: readonly ShownPerson[];
  };
  /**
   * As much as was asked of: how the case stands, `gone` for no such case as well; the mark of the first rows; the counts
   * as they are now.
   */
  'cases.changes': { readonly case?: 'same' | 'changed' | 'gone'; readonly list?: string; readonly counts?: Counts };
  'cases.counts': Counts;
  'cases.find': { readonly rows: readonly CaseRow[]; readonly people: readonly ShownPerson[] };
  'subjects.cards': CardsAnswer;
  'case.view': CaseView;
  'case.viewEarlier': ShownEntries;
  /** A seal of no case: a person who opens it holds the key that such cases are sealed to now. */
  'case.challenge': { readonly sealed: string };
  'case.consult': OpenedSeals & OpenedPage;
  'case.consultFurther': OpenedPage;
  /** The case is gone for whoever declared a conflict; nothing of it comes back. */
  'case.declareConflict': { readonly out: true };
  /** `out` where somebody shut themselves out. */
  'case.excludePerson': Changed | { readonly out: true };
  'case.export': Changed & {
    readonly attestation: Attestation;
    readonly signature: string;
    readonly publicKey: string;
    /** The history until and with the export, as the file is to hold it. */
    readonly history: readonly ExportedEntry[];
  };
  'oversight.list': { readonly rows: readonly OverseenRow[]; readonly next?: string };
  'oversight.overseeCase': OverseenView;
  'oversight.readmitPerson': { readonly readmitted: true };
  'oversight.takeOver': { readonly taken: boolean };
  'oversight.agreeClosing': { readonly agreed: true };
  'cases.followLink': { readonly caseId: CaseId };
  /** Those who may be given such cases, and those who have some open. */
  'bulk.people': { readonly people: readonly (ShownPerson & { readonly open: number; readonly mayHave: boolean })[] };
  /** The open cases that are with somebody, as far as the caller may see them: as many as go into one step. */
  'bulk.casesWith': { readonly caseIds: readonly CaseId[] };
  'bulk.acknowledge': BulkAnswer;
  'bulk.give': BulkAnswer;
  'summaries.read': SummaryAnswer;
  'summaries.file': SummaryFileAnswer;
  /** `isOn` is false where the force wants no such lines. */
  'line.mine': { readonly isOn: boolean; readonly choice: LineChoice };
  'line.choose': { readonly chosen: true };
}

/** The answer of each operation: the changed case where it has no answer of its own. */
export type Answers = {
  readonly [Name in Operation]: Name extends keyof OwnAnswers ? OwnAnswers[Name] : Changed;
};

export type AnswerOf<Name extends Operation> = Answers[Name];

/**
 * Why an operation was not carried out. `refused` stands for no such case as well. `overBudget`: more than one person may
 * hand in, `noReserve` and `noCustodian`: too few people hold the role that it needs; nothing was kept. `moved`: somebody else changed the
 * case since; `case` is how it stands now. `notAllowed`: the case's state does not allow it;
 * `gates` are those that stand between it and its end.
 */
export type Refusal =
  | { readonly code: 'notSignedIn' | PlainRefusal }
  | { readonly code: 'moved'; readonly case: CaseView }
  | { readonly code: 'notAllowed'; readonly why: NotAllowed; readonly gates?: readonly Gate[] };

export type { NotAllowed } from '../concerns/casework/casework.ts';
export type { Gate } from '../concerns/casework/gates.ts';
export type { OverseenRow, OverseenView } from './oversight-answers.ts';
export type { IdentityRequestView } from './custodian-answers.ts';
export type { ShownPerson } from './shown-person.ts';
