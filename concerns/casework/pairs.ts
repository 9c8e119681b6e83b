import type { EventKind, EventRecord } from '../records/event-record.ts';
import type { CaseId } from '../terms/codes.ts';

export const pairing = ['linked', 'notSame', 'notSameRevised'] as const satisfies readonly EventKind[];

export const lastWordOn = (other: CaseId, entries: readonly EventRecord[]): EventRecord | undefined =>
  entries.findLast(({ link }) => link?.other === other);

export const pairedIn = (events: readonly EventRecord[]): readonly CaseId[] => [
  ...new Set(events.flatMap(({ link }) => link?.other ?? [])),
];

export const linkedIn = (events: readonly EventRecord[]): readonly CaseId[] =>
  pairedIn(events.filter(({ kind }) => kind === 'linked'));

export const notSameIn = (events: readonly EventRecord[]): readonly CaseId[] =>
  pairedIn(events).filter((other) => lastWordOn(other, events)?.kind === 'notSame');
