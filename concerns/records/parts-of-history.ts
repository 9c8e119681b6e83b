import type { HistoryPart } from '../terms/history-terms.ts';
import { type EventKind, eventKinds } from './event-record.ts';

const named = {
  log: ['noted', 'decided', 'reasoned', 'contacted', 'taskAdded', 'taskDone'],
  openings: ['viewed', 'consulted', 'overseen', 'identityOpened', 'identityShared', 'exported'],
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
