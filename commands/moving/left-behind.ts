export const leftBehindSentence =
  'Not in the folder: the keys that cards of one day were sealed with, and how fast which server sends. Cards that are open go on no more. What has to be done anew, channels and passkeys among it, stands in docs/guides/operator.md, “Moving in and out”.';
