import { standingCase } from '../ports/case-store.ts';
import type { CaseRecord } from '../model/case-record.ts';
import { afterEvent, type EventKind, type EventRecord } from '../model/event-record.ts';
import { type Actor, isSeenByNone, mayBeTold } from '../model/permissions.ts';
import { dayOf } from '../model/calendar.ts';
import type { CaseId } from '../model/codes.ts';
import type { Outcome } from '../model/outcomes.ts';
import type { PersonId } from '../model/directory.ts';
import {
  type AskedEntry,
  type CaseworkDependencies,
  decided,
  holdersNow,
  need,
  reserveOfUnits,
  type SealedWords,
  type Standing,
  standingOf,
} from './acts.ts';
import { retried } from './idempotency.ts';
import { askedOfReserve } from './progress.ts';
import { lastShutOut, shuttingOut } from './four-eyes.ts';
import { makeUseCase } from './change-case.ts';
import { alertOfReserve, withReserve } from './exclusion.ts';

const tellable: readonly EventKind[] = [
  ...shuttingOut,
  'readmitted',
  'decided',
  'closed',
  'exported',
  'fileExported',
  'identityOpened',
  'consulted',
];

/** Only a required reason is sealed to the reserve as well. */
export type ToldEntry = Pick<EventRecord, 'sequence' | 'kind' | 'by' | 'at'> & {
  readonly detail: Pick<
    NonNullable<EventRecord['detail']>,
    'person' | 'outcome' | 'what' | 'place' | 'file' | 'of' | 'because' | 'withheld' | 'takeover' | 'told'
  >;
  readonly reason?: { readonly sealed: string; readonly digest: string };
};

export interface OverseenCase {
  readonly record: CaseRecord;
  readonly entries: readonly ToldEntry[];
  readonly shutOut: readonly PersonId[];
  readonly toAgree?: { readonly by: PersonId; readonly outcome: Outcome };
  readonly takeover?: { readonly by?: PersonId };
}

function toldEntry({ sequence, kind, by, at, detail = {}, note }: EventRecord): ToldEntry {
  const { person, outcome, what, place, file, of, because, withheld, takeover } = detail;
  return {
    sequence,
    kind,
    by,
    at,
    detail: {
      ...(person && { person }),
      ...(outcome && { outcome }),
      ...(what && { what }),
      ...(place && { place }),
      ...(file && { file }),
      ...(of && kind === 'identityOpened' && { of }),
      ...(because && { because }),
      ...(withheld && { withheld }),
      ...(takeover && { takeover }),
      ...(kind === 'consulted' && { told: true as const }),
    },
    ...(note?.for === 'oversight' &&
      note.sealed !== undefined && { reason: { sealed: note.sealed, digest: note.digest } }),
  };
}

/**
 * Hands out to the reserve what it was told of a case of the unit, with the sealed reasons, after the look is noted:
 * nothing else of the case. Throws StoreError.
 */
export async function overseeCase(
  deps: Pick<CaseworkDependencies, 'cases' | 'history' | 'clock' | 'timeZone' | 'handlersKnown' | 'custodiansKnown'>,
  by: Actor,
  caseId: CaseId,
): Promise<({ readonly kind: 'overseen' } & OverseenCase) | { readonly kind: 'refused' }> {
  return retried(async () => {
    const found = await standingCase(deps.cases, caseId, (readers) => mayBeTold(by, readers));
    const holders = await holdersNow(deps);
    const unseen = found !== undefined && isUnseen({ record: found.value, holders });
    if (found === undefined || (found.value.oversight === undefined && !unseen)) return { kind: 'refused' };
    const now = deps.clock();
    const seenOn = dayOf(now, deps.timeZone);
    const seen = { toldOn: seenOn, ...found.value.oversight, seenOn };
    const asker = unseen ? takeoverAsker({ record: found.value, holders }) : undefined;
    const [last] = await deps.history.entries(caseId, { last: 1 });
    const { record, event } = afterEvent(
      { ...found.value, oversight: seen },
      { kind: 'overseen', by: { objectId: by.objectId }, at: now.toISOString() },
      { record: found.value, last },
    );
    const changed = await deps.cases.change({ case: { ...found, value: record }, events: [event] });
    if (changed === 'conflict') return changed;
    const told = await deps.history.sealed(caseId, { kinds: tellable, before: event.sequence });
    const standing = standingOf(deps, { record, history: deps.history }, holders, by);
    const toAgree = await decided(() => askedOfReserve(standing));
    const out = told.filter(({ kind }) => shuttingOut.some((one) => one === kind));
    return {
      kind: 'overseen',
      record,
      entries: told.filter(({ detail }) => detail?.told === true).map(toldEntry),
      shutOut: record.excluded.filter(
        (person) => lastShutOut(out, person)?.kind === 'excluded' && person !== by.objectId,
      ),
      ...(toAgree && { toAgree }),
      ...(unseen && { takeover: { ...(asker !== undefined && { by: asker }) } }),
    };
  });
}

const isUnseen = ({ record, holders }: Pick<Standing, 'record' | 'holders'>): boolean =>
  record.handledBy === 'acu' && isSeenByNone(record, holders.acu);

const takeoverAsker = ({
  record: { takeover, excluded },
  holders,
}: Pick<Standing, 'record' | 'holders'>): PersonId | undefined =>
  takeover !== undefined && !excluded.includes(takeover.by) && holders.reserve.includes(takeover.by)
    ? takeover.by
    : undefined;

interface AskedTakeover extends AskedEntry {
  readonly of?: PersonId | undefined;
  readonly words: SealedWords;
}

/** One of the reserve asks, another agrees. Both hold the role then and are not excluded. Exclusions stay. */
export const takeOverCase = makeUseCase<AskedTakeover>({
  says: 'Ask that the reserve take a case over that nobody of the unit may see, or agree to it',
  who: reserveOfUnits,
  needs: [
    need('a reason that the reserve can read', 'noReason', ({ asked }) => asked.words.for === 'oversight'),
    need('nobody on the list of the unit may see it', 'state', isUnseen),
    need(
      'to ask: the person has not asked already',
      'already',
      (standing) => standing.asked.of !== undefined || takeoverAsker(standing) !== standing.by,
    ),
    need(
      'to agree: the one who is named asked, and holds the role now',
      'notAsked',
      (standing) => standing.asked.of === undefined || takeoverAsker(standing) === standing.asked.of,
    ),
    need('and is somebody else', 'ownWork', (standing) => standing.asked.of !== standing.by),
  ],
  leaves: ['decided', 'movedToReserve'],
  tells: { says: 'if it is asked for', holds: ({ asked }) => asked.of === undefined },
  does: ({ record, holders, by, now, today, asked: { of, words } }) =>
    of === undefined
      ? {
          steps: [
            {
              record: { ...record, takeover: { by, on: today } },
              event: { kind: 'decided', detail: { takeover: true }, note: words },
            },
          ],
        }
      : {
          steps: [
            { record: withReserve(record), event: { kind: 'movedToReserve', detail: { takeover: true }, note: words } },
          ],
          alert: (alert) => alertOfReserve(alert, record, holders.reserve, now),
        },
});
