import type { CaseRecord, CaseStatus } from '../records/case-record.ts';
import type { RunningDeadline } from '../records/deadlines.ts';
import type { KeptFile } from '../records/kept-file.ts';
import type { Day } from '../terms/calendar.ts';
import type { CaseId } from '../terms/case-id.ts';
import type { ClosingAnswer } from '../terms/outcomes.ts';
import type { Mode } from '../terms/questions.ts';
import type { Route } from '../terms/routes.ts';
import type { HandledBy, Urgency } from '../terms/urgency.ts';
import type { Room } from './case-bounds.ts';

/** The reference of a code's case, and the public line of its mailbox, which shows that the code is the right one. */
export interface Claim {
  readonly caseId: CaseId;
  readonly mailbox: string;
}

/** A report as it is handed in: sealed, beside the terms from closed lists that a case needs. */
export interface SentReport
  extends Claim,
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

/** A report that stands under a code, as it is and not as it was sent now. */
export interface SavedReport {
  readonly caseId: CaseId;
  readonly urgency: Urgency;
  readonly handledBy: HandledBy;
  readonly receivedOn: Day;
  readonly mode: Mode;
  /** How many files from the person who reported are kept with it; missing if a server does not say. */
  readonly files?: number | undefined;
}

/**
 * `saved`: it stands, and `isNew` is false for a repeat. `differs`: an earlier version stands, this one does not.
 * `taken`: another report has this reference, nothing was saved, draw a new code.
 */
export type SubmitOutcome =
  | ({ readonly kind: 'saved'; readonly isNew: boolean } & SavedReport)
  | ({ readonly kind: 'differs' } & SavedReport)
  | { readonly kind: 'taken' }
  /** A report of this code was saved and has been erased since. Nothing was saved. */
  | { readonly kind: 'erased' }
  /** A file that it names does not stand here with all its parts. Nothing was saved. */
  | { readonly kind: 'filesMissing' };

/** By when what happens next should have happened, and whether that day is over. */
export interface NextStep {
  readonly dueOn: RunningDeadline['dueOn'];
  readonly isLate: boolean;
}

/** A message of either direction, as the holder of the code is handed it. Nothing says who of the handlers wrote it. */
export interface MessageAtDesk {
  readonly kind: 'messageFromReporter' | 'messageToReporter';
  /** The day of what the reporter wrote; empty for what was written to them, which says its day itself. */
  readonly at: string;
  /** The seal is there in messages to the reporter only. */
  readonly message: { readonly id: string; readonly number: number; readonly sealed?: string };
  /** It asks whether somebody was treated worse. */
  readonly asks: boolean;
  /** Those who handle the case could not read it, or found it not genuine, and set it aside. */
  readonly setAside?: true;
}

/** A case as the holder of its code is told of it. */
export interface CaseAtDesk {
  readonly kind: 'case';
  readonly handledBy: HandledBy;
  /** The way by which it came; missing where a server does not say it. */
  readonly route: Route | undefined;
  readonly status: CaseStatus;
  readonly receivedOn: Day;
  readonly next: NextStep | undefined;
  /** The answer that was left when it was closed. */
  readonly answer: ClosingAnswer | undefined;
  /** The day from which on there may be a question whether they were treated worse. */
  readonly asksOn: Day | undefined;
  /** How many files from the person who reported are kept with it; missing if a server does not say. */
  readonly files?: number | undefined;
  /** The last day on which their sealed identity was opened, if they are told of it. */
  readonly identityOpenedOn: Day | undefined;
}

/** Questions to a case beside what it is itself. */
export interface AskedAtDesk {
  /** The name of an addition: whether it stands, and how many there are. */
  readonly addition?: string;
  /** The messages of both directions. */
  readonly messages?: true;
}

/** The answer to whoever holds a code: a case, or the day on which it was erased. */
export type FoundAtDesk =
  | (CaseAtDesk & {
      /** An addition that was asked for: whether it is there, and how many the reporter made. None where none was. */
      readonly addition: { readonly stands: boolean; readonly count: number };
      /** In their order; none where they were not asked for. */
      readonly messages: readonly MessageAtDesk[];
    })
  | { readonly kind: 'erased'; readonly on: Day; readonly stood: boolean };

/** Words that are added to a report, sealed to those who handle it. */
export interface SentAddition extends Claim {
  /** Named once by the one who writes; the same name is saved once. */
  readonly id: string;
  /** The additions count from 1, without gaps. */
  readonly number: number;
  readonly writtenOn: Day;
  /** Whom it is sealed to: a case that others handle by now takes it sealed anew. */
  readonly handledBy: HandledBy;
  readonly sealed: string;
  readonly isUrgent: boolean;
  /** It answers that nobody was treated worse: a closed case stays closed. */
  readonly staysClosed: boolean;
  /** The files that go with it, which stand here already. */
  readonly files?: readonly KeptFile[];
}

/** `moved`: somebody else was faster, or others handle the case by now: nothing was saved, look again. */
export type AdditionOutcome =
  | { readonly kind: 'saved' | 'moved' | 'notFound' }
  /** A file that it names does not stand here with all its parts. Nothing was saved. */
  | { readonly kind: 'filesMissing' }
  | { readonly kind: 'erased'; readonly on: Day }
  | { readonly kind: Exclude<Room, 'room'> };

/** A draft, sealed under its code, with its last day. */
interface SentDraft {
  readonly sealed: string;
  readonly until: Day;
}

/**
 * The desk at which a reporter hands something in, or asks: what needs the store is behind it, what needs the code and
 * the words in front of it. Nothing that passes it is in clear but terms from closed lists. Each throws StoreError: then
 * nothing is known to be saved. What keeps something throws OverBudgetError if it is more than one person may hand in, and
 * `submit` ShortRoleError if too few people hold the role that a new report needs.
 */
export interface Desk {
  /** Keeps a report with its alert and the first entry of its history, in one step. A repeat finds the first. */
  submit(report: SentReport): Promise<SubmitOutcome>;
  /** The case of a claim, `undefined` where none is saved as where it has another mailbox. */
  find(claim: Claim, asked: AskedAtDesk): Promise<FoundAtDesk | undefined>;
  /** Keeps an addition with its entry and alert, in one step. */
  add(addition: SentAddition): Promise<AdditionOutcome>;
  /** The seal of the draft of this name, `undefined` where there is none. */
  draft(id: string): Promise<string | undefined>;
  /** Keeps a draft, in the place of one of before; removes it where it is `undefined`. */
  keep(id: string, draft: SentDraft | undefined): Promise<void>;
}
