import type { EventKind, EventRecord } from '../records/event-record.ts';
import type { Standing } from './act.ts';

/** The kinds of entry whose seal is shown in a case only if it is genuine: anybody who may write one can send junk. */
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
 * The digests of the seals that a second person set aside: somebody else than the one who wrote the last of them, and
 * afterwards. A seal that was sent before is a copy, and it is the copy that is junk: whom it was copied from does not
 * matter. Nothing that is genuine is hidden by it.
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

/** How many entries of these kinds were set aside. */
export function countSetAside(entries: Standing['entries'], kinds: readonly EventKind[]): number {
  const events = entries({ kinds: [...checkedKinds, 'doubted'] });
  const aside = setAsideIn(events);
  return events.filter((event) => kinds.includes(event.kind) && aside.has(digestOf(event) ?? '')).length;
}
