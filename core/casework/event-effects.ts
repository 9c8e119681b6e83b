import type { EventKind } from '../model/event-record.ts';

/** How far the words of a change may go beyond the ordinary limit of a case. */
export type EventCapacityClass = 'ordinary' | 'urgent' | 'protective' | 'unbounded';

interface EventEffects {
  readonly room: EventCapacityClass;
  /** A page records a doubt by itself when someone opens a case: that moves nothing. */
  readonly movesReview: boolean;
  /** After it the case is not the one whose end was agreed. */
  readonly endsAgreement: boolean;
}

export const eventEffects: Readonly<Record<EventKind, EventEffects>> = {
  received: { room: 'urgent', movesReview: true, endsAgreement: false },
  messageFromReporter: { room: 'urgent', movesReview: true, endsAgreement: true },
  filesAdded: { room: 'ordinary', movesReview: true, endsAgreement: false },
  viewed: { room: 'urgent', movesReview: true, endsAgreement: false },
  consulted: { room: 'urgent', movesReview: true, endsAgreement: false },
  overseen: { room: 'urgent', movesReview: true, endsAgreement: false },
  identityConsidered: { room: 'urgent', movesReview: true, endsAgreement: false },
  identityOpened: { room: 'protective', movesReview: true, endsAgreement: false },
  fileOpened: { room: 'urgent', movesReview: true, endsAgreement: false },
  acknowledged: { room: 'urgent', movesReview: true, endsAgreement: false },
  triaged: { room: 'urgent', movesReview: true, endsAgreement: true },
  moved: { room: 'urgent', movesReview: true, endsAgreement: true },
  closed: { room: 'urgent', movesReview: true, endsAgreement: true },
  reopened: { room: 'urgent', movesReview: true, endsAgreement: true },
  assigned: { room: 'urgent', movesReview: true, endsAgreement: false },
  noted: { room: 'ordinary', movesReview: true, endsAgreement: false },
  decided: { room: 'ordinary', movesReview: true, endsAgreement: false },
  reasoned: { room: 'ordinary', movesReview: true, endsAgreement: false },
  contacted: { room: 'ordinary', movesReview: true, endsAgreement: false },
  taskAdded: { room: 'ordinary', movesReview: true, endsAgreement: false },
  taskDone: { room: 'ordinary', movesReview: true, endsAgreement: false },
  referralDecided: { room: 'urgent', movesReview: true, endsAgreement: true },
  sanitised: { room: 'urgent', movesReview: true, endsAgreement: false },
  sanitisedSigned: { room: 'urgent', movesReview: true, endsAgreement: false },
  conflictDeclared: { room: 'protective', movesReview: true, endsAgreement: false },
  excluded: { room: 'protective', movesReview: true, endsAgreement: false },
  readmitted: { room: 'unbounded', movesReview: true, endsAgreement: false },
  movedToReserve: { room: 'urgent', movesReview: true, endsAgreement: true },
  reviewSet: { room: 'urgent', movesReview: false, endsAgreement: false },
  messagesStopped: { room: 'urgent', movesReview: true, endsAgreement: false },
  updateConfirmed: { room: 'urgent', movesReview: true, endsAgreement: false },
  detrimentNotAsked: { room: 'urgent', movesReview: true, endsAgreement: false },
  doubted: { room: 'urgent', movesReview: false, endsAgreement: false },
  erasureAsked: { room: 'urgent', movesReview: false, endsAgreement: false },
  erasureRefused: { room: 'urgent', movesReview: false, endsAgreement: false },
  identityAsked: { room: 'urgent', movesReview: true, endsAgreement: false },
  identityWithdrawn: { room: 'urgent', movesReview: true, endsAgreement: false },
  identityAgreed: { room: 'protective', movesReview: true, endsAgreement: false },
  identityRefused: { room: 'protective', movesReview: true, endsAgreement: false },
  subjectsKept: { room: 'urgent', movesReview: true, endsAgreement: false },
  messageToReporter: { room: 'ordinary', movesReview: true, endsAgreement: false },
  identityShared: { room: 'protective', movesReview: true, endsAgreement: false },
  exported: { room: 'urgent', movesReview: true, endsAgreement: false },
  fileExported: { room: 'urgent', movesReview: true, endsAgreement: false },
  linked: { room: 'urgent', movesReview: true, endsAgreement: false },
  notSame: { room: 'urgent', movesReview: true, endsAgreement: false },
  notSameRevised: { room: 'urgent', movesReview: true, endsAgreement: false },
  erased: { room: 'urgent', movesReview: true, endsAgreement: false },
};
