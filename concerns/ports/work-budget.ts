import type { CaseId } from '../terms/case-id.ts';
import type { HandledBy } from '../terms/urgency.ts';

/** The kinds of work that a person hands in and the desk keeps. `bytes` are those of sealed files. */
export const workKinds = ['reports', 'additions', 'drafts', 'files', 'bytes'] as const;
export type WorkKind = (typeof workKinds)[number];

/** How much of each kind; none of what is missing. */
export type Amounts = Readonly<Partial<Record<WorkKind, number>>>;

/**
 * An urgent case, and whose it is: the unit's are in line for themselves, so that the place of one says nothing of the
 * reserve's.
 */
export interface UrgentCase {
  readonly caseId: CaseId;
  readonly handledBy: HandledBy;
}

/** A piece of work that is about to be written. */
export interface Work {
  /** The same name for the same work: sent again while the first is on its way, or in doubt, it is counted once. */
  readonly id: string;
  readonly amounts: Amounts;
  /** The case, if an urgent alert goes out for it. */
  readonly urgentCase?: UrgentCase;
  /** Whether it is kept already, so that a repeat is not refused. Asked only beyond the ordinary. Throws StoreError. */
  readonly isKept?: () => Promise<boolean>;
}

/** Thrown instead of writing: the person has handed in all that Candour takes from one person for now. Nothing was kept. */
export class OverBudgetError extends Error {
  constructor() {
    super('over budget');
    this.name = 'OverBudgetError';
  }
}

/** How much one person may still hand in. */
export interface WorkBudget {
  /**
   * Runs the write of a piece of work and returns what it returns. `added` says whether that kept something new: only
   * this is counted. A write that throws StoreError `unknown` stays counted until a repeat says what came of it. Throws
   * OverBudgetError, and what the write throws.
   */
  spend<Outcome>(work: Work, write: () => Promise<Outcome>, added: (outcome: Outcome) => boolean): Promise<Outcome>;
}

/** A budget without an end, for what no person hands in: made-up data and tests. */
export const boundless: WorkBudget = { spend: (_work, write) => write() };
