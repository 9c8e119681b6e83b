import type { CaseStatus } from '../records/case-record.ts';

/**
 * The states that may follow each. `acknowledged` comes by acknowledging and `triaged` by triage, so that no case is
 * worked on that nobody graded; `reopened` also comes by a message of the reporter after closing.
 */
const following: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  received: ['acknowledged'],
  acknowledged: ['triaged'],
  triaged: ['inProgress', 'awaitingReporter', 'closed'],
  inProgress: ['awaitingReporter', 'closed'],
  awaitingReporter: ['inProgress', 'closed'],
  closed: ['reopened'],
  reopened: ['inProgress', 'awaitingReporter', 'closed'],
};

/** The states that a case in this state may move to, in the order they are usually chosen. */
export const movesFrom = (status: CaseStatus): readonly CaseStatus[] => following[status];

/** Whether a case may go from one state to another. */
export const mayMove = (from: CaseStatus, to: CaseStatus): boolean => following[from].includes(to);
