import type { Gate, NotAllowed } from '../concerns/casework/casework.ts';
import type { ShownCard } from '../concerns/casework/shown-cards.ts';
import type { CaseFigures, CaseRecord } from '../concerns/records/case-record.ts';
import type { RunningDeadline } from '../concerns/records/deadlines.ts';
import type { EventRecord } from '../concerns/records/event-record.ts';
import type { CaseId } from '../concerns/terms/case-id.ts';
import type { PersonId } from '../concerns/terms/person-id.ts';
import type { PlainRefusal } from './plain-refusals.ts';
import type { ShownPerson } from './shown-person.ts';

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
    readonly subjectCard?: ShownCard;
    /** The cards that it took the place of; missing from a server of before. */
    readonly formerCards?: readonly ShownCard[];
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

/** The outcome of an operation, by server and page alike: its answer, or why there is none. */
export type Result<Answer, Why = Refusal> =
  | { readonly ok: true; readonly value: Answer }
  | { readonly ok: false; readonly refusal: Why };

export type { Gate, NotAllowed } from '../concerns/casework/casework.ts';
