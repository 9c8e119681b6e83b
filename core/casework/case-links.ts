import type { EventKind, EventRecord } from '../model/event-record.ts';
import type { CaseId } from '../model/case-id.ts';
import type { PersonId } from '../model/roles.ts';
import type { CaseStore } from '../ports/case-store.ts';
import { type Actor, maySee } from '../model/permissions.ts';

export const pairEventKinds = ['linked', 'notSame', 'notSameRevised'] as const satisfies readonly EventKind[];

export const samePersonEventKinds = ['samePerson', 'parted'] as const satisfies readonly EventKind[];

/** Every kind whose link is with a case that its readers could see. */
export const relatedEventKinds = [...pairEventKinds, ...samePersonEventKinds];

export const findPairDecision = (other: CaseId, entries: readonly EventRecord[]): EventRecord | undefined =>
  entries.findLast(({ link }) => link?.other === other);

const pairedCaseIds = (events: readonly EventRecord[]): readonly CaseId[] => [
  ...new Set(events.flatMap(({ link }) => link?.other ?? [])),
];

export const linkedCaseIds = (events: readonly EventRecord[]): readonly CaseId[] =>
  pairedCaseIds(events.filter(({ kind }) => kind === 'linked'));

export const separateCaseIds = (events: readonly EventRecord[]): readonly CaseId[] =>
  pairedCaseIds(events).filter((other) => findPairDecision(other, events)?.kind === 'notSame');

/** Since the last parting; several if they share more than one person, or were confirmed by another card as well. */
export function currentConfirmations(other: CaseId, entries: readonly EventRecord[]): readonly EventRecord[] {
  const both = entries.filter(({ link }) => link?.other === other);
  const parted = both.findLast(({ kind }) => kind === 'parted');
  return both.filter(({ kind, sequence }) => kind === 'samePerson' && sequence > (parted?.sequence ?? 0));
}

/** By the card's digest: the name stays in its seal. */
export interface PersonOnCard {
  readonly of: string;
  readonly position: number;
}

export const isSamePlace = (one: PersonOnCard, other: PersonOnCard): boolean =>
  one.of === other.of && one.position === other.position;

/** The server cannot tell whether the sealed cards have anyone at these places. */
export interface Confirmation {
  readonly other: CaseId;
  readonly by: PersonId;
  readonly at: string;
  readonly mine: PersonOnCard;
  readonly theirs: PersonOnCard;
}

/** This history's account of the people who were confirmed to be one, with the cases that it names. */
export const readConfirmations = (entries: readonly EventRecord[]): readonly Confirmation[] =>
  pairedCaseIds(entries).flatMap((other) =>
    currentConfirmations(other, entries).flatMap((event) => toConfirmation(other, event)),
  );

function toConfirmation(other: CaseId, { by, at, detail = {} }: EventRecord): readonly Confirmation[] {
  const { of, position, ofOther, positionOther } = detail;
  if (typeof by === 'string' || of === undefined || position === undefined) return [];
  if (ofOther === undefined || positionOther === undefined) return [];
  return [{ other, by: by.objectId, at, mine: { of, position }, theirs: { of: ofOther, position: positionOther } }];
}

interface ConfirmedCase {
  readonly caseId: CaseId;
  readonly confirmed: readonly Confirmation[];
}

/** Whether the other of two cases says the same of the same places. */
export const isMutual = (
  cases: readonly ConfirmedCase[],
  caseId: CaseId,
  { other, mine, theirs }: Confirmation,
): boolean =>
  cases.some(
    (one) =>
      one.caseId === other &&
      one.confirmed.some(
        (its) => its.other === caseId && isSamePlace(its.mine, theirs) && isSamePlace(its.theirs, mine),
      ),
  );

export const samePersonCaseIds = (entries: readonly EventRecord[]): readonly CaseId[] =>
  pairedCaseIds(entries).filter((other) => currentConfirmations(other, entries).length > 0);

interface VisibleLinks {
  readonly events: readonly EventRecord[];
  readonly visible: readonly CaseId[];
}

export const redactLink = (event: EventRecord, visible: readonly CaseId[]): EventRecord =>
  event.link?.other === undefined || visible.includes(event.link.other)
    ? event
    : { ...event, link: { digest: event.link.digest } };

/**
 * Links with cases that someone may not see become digests, over which the history still verifies. Throws StoreError.
 */
export async function redactInvisibleLinks(
  cases: Pick<CaseStore, 'readAccess'>,
  events: readonly EventRecord[],
  by: Actor,
): Promise<VisibleLinks> {
  const filterVisible = async (caseId: CaseId): Promise<readonly CaseId[]> => {
    const readers = await cases.readAccess(caseId);
    return readers && maySee(by, readers) ? [caseId] : [];
  };
  const visible = (await Promise.all(pairedCaseIds(events).map(filterVisible))).flat();
  return { events: events.map((event) => redactLink(event, visible)), visible };
}
