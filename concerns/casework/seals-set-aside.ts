import type { EventKind, EventRecord } from '../records/event-record.ts';
import type { Standing } from './act.ts';

/** Anyone who may write these can send junk, so they are shown only if genuine. */
export const checkedKinds = [
  'messageToReporter',
  'messageFromReporter',
  'identityShared',
] as const satisfies EventKind[];

const isChecked = ({ kind }: EventRecord): boolean => checkedKinds.some((checked) => checked === kind);
export const digestOf = ({ message, note }: EventRecord): string | undefined => message?.digest ?? note?.digest;
export const isBySame = (one: EventRecord, other: EventRecord['by']): boolean =>
  typeof one.by === 'object' && typeof other === 'object' && one.by.objectId === other.objectId;

/**
 * Seals that another person than their last sender set aside, afterwards. An earlier entry with the same seal is the
 * original, and the copy is junk. Nothing genuine is hidden by it.
 */
export const setAsideIn = (events: readonly EventRecord[]): ReadonlySet<string> =>
  new Set(
    events.flatMap(({ kind, by, sequence, detail }) => {
      if (kind !== 'doubted' || detail?.of === undefined) return [];
      const last = events.findLast((event) => isChecked(event) && digestOf(event) === detail.of);
      const isSecond = last !== undefined && last.sequence < sequence && !isBySame(last, by);
      return isSecond ? [detail.of] : [];
    }),
  );

export function countSetAside(entries: Standing['entries'], kinds: readonly EventKind[]): number {
  const events = entries({ kinds: [...checkedKinds, 'doubted'] });
  const aside = setAsideIn(events);
  return events.filter((event) => kinds.includes(event.kind) && aside.has(digestOf(event) ?? '')).length;
}
