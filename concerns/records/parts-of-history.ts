import type { HistoryPart } from '../terms/history-terms.ts';
import { type EventKind, eventKinds } from './event-record.ts';

const named = {
  log: ['noted', 'filesAdded', 'decided', 'reasoned', 'contacted', 'taskAdded', 'taskDone'],
  openings: [
    'viewed',
    'consulted',
    'overseen',
    'identityOpened',
    'identityShared',
    'exported',
    'fileOpened',
    'fileExported',
  ],
  messages: ['messageFromReporter', 'messageToReporter', 'messagesStopped', 'updateConfirmed', 'detrimentNotAsked'],
} as const satisfies Readonly<Record<Exclude<HistoryPart, 'course'>, readonly EventKind[]>>;

const elsewhere: ReadonlySet<EventKind> = new Set(Object.values(named).flat());

/** `course` takes everything that the other parts do not. */
export const kindsOfPart: Readonly<Record<HistoryPart, readonly EventKind[]>> = {
  ...named,
  course: eventKinds.filter((kind) => !elsewhere.has(kind)),
};

/**
 * The kinds whose words can leave with the decision log. Never the reasons around an identity or a possible covert
 * source, nor an identity, nor why another case is about someone else, which tells of that one.
 */
export const leavingKinds = [
  ...named.log,
  'triaged',
  'moved',
  'closed',
  'reopened',
  'assigned',
  'referralDecided',
  'conflictDeclared',
  'excluded',
  'readmitted',
  'reviewSet',
  'detrimentNotAsked',
  'erasureAsked',
  'erasureRefused',
  'exported',
  'fileExported',
] as const satisfies readonly EventKind[];
export type LeavingKind = (typeof leavingKinds)[number];

export const isLeaving = (kind: EventKind): kind is LeavingKind => leavingKinds.some((one) => one === kind);
