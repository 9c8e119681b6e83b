/** Why the state of a case does not allow something. */
export type NotAllowed =
  | 'state'
  | 'ownWork'
  | 'notAsked'
  | 'onHold'
  | 'notSigned'
  | 'notAssignee'
  | 'notAgreed'
  | 'stopped'
  | 'number'
  | 'noSuchPerson'
  | 'noSuchText'
  | 'noIdentity'
  | 'erased'
  | 'noKey'
  | 'sameCase'
  | 'fullToday'
  | 'full';
