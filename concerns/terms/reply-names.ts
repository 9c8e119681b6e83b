export const replyNames = [
  'received',
  'whereOrWhen',
  'closedActed',
  'closedNothingFound',
  'closedKept',
  'closedPassedOn',
] as const;
export type ReplyName = (typeof replyNames)[number];
