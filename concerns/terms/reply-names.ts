/**
 * The replies that a handler may begin a message to whoever reported with, in the order in which they are offered. What
 * they say is the force's.
 */
export const replyNames = [
  'received',
  'whereOrWhen',
  'closedActed',
  'closedNothingFound',
  'closedKept',
  'closedPassedOn',
] as const;
export type ReplyName = (typeof replyNames)[number];
