import type { EventKind, EventRecord } from '../records/event-record.ts';

/**
 * `false` for whatever may tell of the source. All steps between states are withheld: a reporter's message moves a case
 * without a step, and a single missing step would tell of it.
 */
const isShown = {
  received: true,
  messageFromReporter: false,
  viewed: true,
  consulted: true,
  overseen: false,
  identityConsidered: false,
  identityOpened: false,
  fileOpened: false,
  acknowledged: true,
  triaged: true,
  moved: false,
  closed: false,
  reopened: false,
  assigned: true,
  noted: true,
  filesAdded: false,
  decided: false,
  reasoned: false,
  contacted: false,
  taskAdded: false,
  taskDone: false,
  referralDecided: true,
  sanitised: true,
  sanitisedSigned: true,
  conflictDeclared: false,
  excluded: false,
  readmitted: false,
  movedToReserve: false,
  reviewSet: true,
  messagesStopped: false,
  updateConfirmed: false,
  detrimentNotAsked: false,
  doubted: true,
  erasureAsked: false,
  erasureRefused: false,
  identityAsked: false,
  identityWithdrawn: false,
  identityAgreed: false,
  identityRefused: false,
  messageToReporter: false,
  identityShared: false,
  exported: true,
  fileExported: false,
  linked: false,
  notSame: false,
  notSameRevised: false,
  subjectsKept: false,
  erased: false,
} as const satisfies Record<EventKind, boolean>;

/** A message that was set aside would tell that someone waited for one. */
export const isShownSanitised = ({ kind, detail }: Pick<EventRecord, 'kind' | 'detail'>): boolean =>
  isShown[kind] && !(kind === 'doubted' && detail?.of !== undefined);
