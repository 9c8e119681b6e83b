export const caseStatuses = [
  'received',
  'acknowledged',
  'triaged',
  'inProgress',
  'awaitingReporter',
  'closed',
  'reopened',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];
