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

/**
 * The kinds of entry of each part of a history: what handlers wrote down, who opened or took what, what passed with
 * whoever reported, and all else, which is the course of the case.
 */
export const kindsOfPart: Readonly<Record<HistoryPart, readonly EventKind[]>> = {
  ...named,
  course: eventKinds.filter((kind) => !elsewhere.has(kind)),
};

/**
 * The kinds of entry whose words can leave with the decision log: what handlers wrote down and the reasons that they
 * gave. Never the reasons around an identity or a possible covert source, nor an identity, nor why another
 * case is not about the same person, which tells of that one; a sanitised text leaves by itself.
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

/** Whether the words beside an entry of a kind can leave with the decision log. */
export const isLeaving = (kind: EventKind): kind is LeavingKind => leavingKinds.some((one) => one === kind);
