/** The work of a server that comes back by itself. The last is there with metrics alone: the server tries itself. */
export const taskNames = [
  'alerts',
  'regularPosts',
  'drafts',
  'doubts',
  'setAside',
  'waitingLines',
  'dayKeys',
  'sweepReach',
  'owedWelcomes',
  'erasedFiles',
  'sweepFiles',
  'guidance',
  'pulse',
  'campaigns',
  'campaignSending',
  'tidyRuns',
  'paces',
  'certificate',
  'clock',
  'selfCheck',
] as const;
export type TaskName = (typeof taskNames)[number];
