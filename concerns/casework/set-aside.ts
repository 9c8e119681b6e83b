import type { EventKind, EventRecord } from '../records/event-record.ts';
import type { Actor } from '../records/permissions.ts';
import type { AskedEntry, CaseOutcome, CaseworkDependencies, SealedWords } from './casework.ts';
import { changeCase } from './change-case.ts';

/** The kinds of entry whose seal is shown in a case only if it is genuine: anybody who may write one can send junk. */
const checkedKinds = ['messageToReporter', 'messageFromReporter', 'identityShared'] as const satisfies EventKind[];

const isChecked = ({ kind }: EventRecord): boolean => checkedKinds.some((checked) => checked === kind);
const digestOf = ({ message, note }: EventRecord): string | undefined => message?.digest ?? note?.digest;
const isBySame = (one: EventRecord, other: EventRecord['by']): boolean =>
  typeof one.by === 'object' && typeof other === 'object' && one.by.objectId === other.objectId;

/**
 * The digests of the seals that a second person set aside: somebody else than the one who wrote them, and afterwards.
 * Nothing that is genuine is hidden by it.
 */
export const setAsideIn = (events: readonly EventRecord[]): ReadonlySet<string> =>
  new Set(
    events.flatMap(({ kind, by, sequence, detail }) => {
      if (kind !== 'doubted' || detail?.of === undefined) return [];
      const meant = events.filter((event) => isChecked(event) && digestOf(event) === detail.of);
      const isSecond = meant.length > 0 && meant.every((event) => event.sequence < sequence && !isBySame(event, by));
      return isSecond ? [detail.of] : [];
    }),
  );

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
    const meant = (await entries({ kinds: checkedKinds })).filter((event) => digestOf(event) === of);
    const last = meant.at(-1);
    if (last === undefined) return { why: 'noSuchText' };
    if (meant.some((event) => isBySame(event, { objectId }))) return { why: 'ownWork' };
    const [opened] = await entries({ kinds: ['consulted'], by: [objectId], last: 1 });
    if (opened === undefined || opened.sequence < last.sequence) return { why: 'notOpened' };
    const standing = await entries({ kinds: ['doubted'], after: last.sequence });
    if (standing.some(({ detail }) => detail?.of === of)) return 'already';
    return { steps: [{ record: { ...record }, event: { kind: 'doubted', detail: { of }, note: words } }] };
  });
