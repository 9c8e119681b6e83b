import type { EventKind, EventRecord } from '../records/event-record.ts';
import type { CaseId } from '../terms/case-id.ts';

/** The kinds of entry that say of two cases whether they are about the same person. */
export const pairing = ['linked', 'notSame', 'notSameRevised'] as const satisfies readonly EventKind[];

/** The last entry of a history that says something of this other case. */
export const lastWordOn = (other: CaseId, entries: readonly EventRecord[]): EventRecord | undefined =>
  entries.findLast(({ link }) => link?.other === other);

/** The cases that a history names, each once. */
export const pairedIn = (events: readonly EventRecord[]): readonly CaseId[] => [
  ...new Set(events.flatMap(({ link }) => link?.other ?? [])),
];

/** The cases that a history says its case was linked with, each once. */
export const linkedIn = (events: readonly EventRecord[]): readonly CaseId[] =>
  pairedIn(events.filter(({ kind }) => kind === 'linked'));

/** The cases of which a history says, and nobody has taken back, that they are not about the same person. */
export const notSameIn = (events: readonly EventRecord[]): readonly CaseId[] =>
  pairedIn(events).filter((other) => lastWordOn(other, events)?.kind === 'notSame');
