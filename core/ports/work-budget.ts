import type { CaseId } from '../model/case-id.ts';
import type { HandledBy } from '../model/handled-by.ts';

export const workKinds = ['reports', 'additions', 'drafts', 'files', 'bytes'] as const;
export type WorkKind = (typeof workKinds)[number];

export type WorkAmounts = Readonly<Partial<Record<WorkKind, number>>>;

/** The unit's cases queue apart, so that a place tells nothing about the reserve's. */
export interface UrgentCase {
  readonly caseId: CaseId;
  readonly handledBy: HandledBy;
}

export interface Work {
  /** A repeat while the first is on its way, or in doubt, is counted once. */
  readonly id: string;
  readonly amounts: WorkAmounts;
  readonly urgentCase?: UrgentCase;
  /** Asked only beyond the ordinary, so that a repeat is not refused. Throws StoreError. */
  readonly isSaved?: () => Promise<boolean>;
}

/** The person has handed in all that Candour takes for now: nothing was saved. */
export class OverBudgetError extends Error {
  constructor() {
    super('over budget');
    this.name = 'OverBudgetError';
  }
}

export interface WorkBudget {
  /**
   * Counts the write if `added`. One that throws StoreError `unknown` stays counted until a repeat tells. Throws
   * OverBudgetError, and what the write throws.
   */
  spend<Outcome>(work: Work, write: () => Promise<Outcome>, added: (outcome: Outcome) => boolean): Promise<Outcome>;
}

export const unlimitedBudget: WorkBudget = { spend: (_work, write) => write() };
