import type { EventKind } from '../model/event-record.ts';

/** How far the words of a change may go beyond the ordinary limit of a case. */
export type EventCapacityClass = 'ordinary' | 'urgent' | 'protective' | 'unbounded';

interface EventEffects {
  readonly allowance: EventCapacityClass;
  /** A page records a doubt by itself when someone opens a case: that moves nothing. */
  readonly postponesReview: boolean;
  /** After it the case is not the one whose end was agreed. */
  readonly endsAgreement: boolean;
}

export const eventEffects: Readonly<Record<EventKind, EventEffects>> = {
  received: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  messageFromReporter: { allowance: 'urgent', postponesReview: true, endsAgreement: true },
  filesAdded: { allowance: 'ordinary', postponesReview: true, endsAgreement: false },
  viewed: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  consulted: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  overseen: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  supervised: { allowance: 'urgent', postponesReview: false, endsAgreement: false },
  identityConsidered: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  identityOpened: { allowance: 'protective', postponesReview: true, endsAgreement: false },
  fileOpened: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  fileMarked: { allowance: 'urgent', postponesReview: true, endsAgreement: true },
  acknowledged: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  triaged: { allowance: 'urgent', postponesReview: true, endsAgreement: true },
  moved: { allowance: 'urgent', postponesReview: true, endsAgreement: true },
  closed: { allowance: 'urgent', postponesReview: true, endsAgreement: true },
  reopened: { allowance: 'urgent', postponesReview: true, endsAgreement: true },
  assigned: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  noted: { allowance: 'ordinary', postponesReview: true, endsAgreement: false },
  decided: { allowance: 'ordinary', postponesReview: true, endsAgreement: false },
  reasoned: { allowance: 'ordinary', postponesReview: true, endsAgreement: false },
  contacted: { allowance: 'ordinary', postponesReview: true, endsAgreement: false },
  taskAdded: { allowance: 'ordinary', postponesReview: true, endsAgreement: false },
  taskDone: { allowance: 'ordinary', postponesReview: true, endsAgreement: false },
  referralDecided: { allowance: 'urgent', postponesReview: true, endsAgreement: true },
  safetyRecorded: { allowance: 'urgent', postponesReview: true, endsAgreement: true },
  dutyRecorded: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  urgencyRaised: { allowance: 'urgent', postponesReview: true, endsAgreement: true },
  loweringAsked: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  urgencyLowered: { allowance: 'urgent', postponesReview: true, endsAgreement: true },
  sanitised: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  sanitisedSigned: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  conflictDeclared: { allowance: 'protective', postponesReview: true, endsAgreement: false },
  excluded: { allowance: 'protective', postponesReview: true, endsAgreement: false },
  readmitted: { allowance: 'unbounded', postponesReview: true, endsAgreement: false },
  movedToReserve: { allowance: 'urgent', postponesReview: true, endsAgreement: true },
  reviewSet: { allowance: 'urgent', postponesReview: false, endsAgreement: false },
  messagesStopped: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  updateConfirmed: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  detrimentNotAsked: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  doubted: { allowance: 'urgent', postponesReview: false, endsAgreement: false },
  erasureAsked: { allowance: 'urgent', postponesReview: false, endsAgreement: false },
  erasureRefused: { allowance: 'urgent', postponesReview: false, endsAgreement: false },
  identityAsked: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  identityWithdrawn: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  identityAgreed: { allowance: 'protective', postponesReview: true, endsAgreement: false },
  identityRefused: { allowance: 'protective', postponesReview: true, endsAgreement: false },
  titled: { allowance: 'ordinary', postponesReview: false, endsAgreement: false },
  subjectsKept: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  messageToReporter: { allowance: 'ordinary', postponesReview: true, endsAgreement: false },
  identityShared: { allowance: 'protective', postponesReview: true, endsAgreement: false },
  exported: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  fileExported: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  printed: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  linked: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  notSame: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  notSameRevised: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  samePerson: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  parted: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  grouped: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
  erased: { allowance: 'urgent', postponesReview: true, endsAgreement: false },
};
