import type { EventKind, EventRecord } from '../records/event-record.ts';
import type { Actor } from '../records/permissions.ts';
import type { AskedEntry, CaseOutcome, CaseworkDependencies, SealedWords, Standing } from './casework.ts';
import { changeCase } from './change-case.ts';

/** The kinds of entry whose seal is shown in a case only if it is genuine: anybody who may write one can send junk. */
const checkedKinds = ['messageToReporter', 'messageFromReporter', 'identityShared'] as const satisfies EventKind[];

const isChecked = ({ kind }: EventRecord): boolean => checkedKinds.some((checked) => checked === kind);
const digestOf = ({ message, note }: EventRecord): string | undefined => message?.digest ?? note?.digest;
const isBySame = (one: EventRecord, other: EventRecord['by']): boolean =>
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

/** How many entries of these kinds were set aside. Throws StoreError. */
export async function countSetAside(entries: Standing['entries'], kinds: readonly EventKind[]): Promise<number> {
  const events = await entries({ kinds: [...checkedKinds, 'doubted'] });
  const aside = setAsideIn(events);
  return events.filter((event) => kinds.includes(event.kind) && aside.has(digestOf(event) ?? '')).length;
}

export interface AskedSetAside extends AskedEntry {
  /** The digest of the seal that does not open, or is not genuine. */
  readonly of: string;
  /** Why, for all who handle the case. */
  readonly words: SealedWords;
}

/**
 * Sets a message or a shared identity aside that could not be shown, so that the conversation goes on: it stays in the
 * history, and no longer stands in the way. It takes somebody else than its writer, who has opened the case since. Throws
 * StoreError.
 */
export const setAsideMessage = (deps: CaseworkDependencies, by: Actor, asked: AskedSetAside): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['doubted'], async ({ record, entries, by: objectId }) => {
    const { of, words } = asked;
    const last = (await entries({ kinds: checkedKinds })).findLast((event) => digestOf(event) === of);
    if (last === undefined) return { why: 'noSuchText' };
    if (isBySame(last, { objectId })) return { why: 'ownWork' };
    const [opened] = await entries({ kinds: ['consulted'], by: [objectId], last: 1 });
    if (opened === undefined || opened.sequence < last.sequence) return { why: 'notOpened' };
    const standing = await entries({ kinds: ['doubted'], after: last.sequence });
    if (standing.some(({ detail }) => detail?.of === of)) return 'already';
    return { steps: [{ record: { ...record }, event: { kind: 'doubted', detail: { of }, note: words } }] };
  });
