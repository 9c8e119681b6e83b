import type { EventKind, EventRecord } from '../records/event-record.ts';

/**
 * Whether a sanitised export shows an event of a kind; `false` for whatever may tell of the source. The steps between
 * states are withheld one and all: a reporter's message moves a case and leaves no step, so that a step which is missing
 * among others would tell of it.
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

/** Whether a sanitised export shows an event. A message that was set aside would tell that somebody waited for one. */
export const isShownSanitised = ({ kind, detail }: Pick<EventRecord, 'kind' | 'detail'>): boolean =>
  isShown[kind] && !(kind === 'doubted' && detail?.of !== undefined);
