import { readCaseIfAllowed } from '../ports/case-store.ts';
import type { CaseRecord } from '../model/case-record.ts';
import { appendEvent, type EventKind, type EventRecord } from '../model/event-record.ts';
import { type Actor, hasNoPermittedHandler, mayOversee } from '../model/permissions.ts';
import { toDay } from '../model/calendar.ts';
import type { CaseId } from '../model/case-id.ts';
import type { Outcome } from '../model/case-terms.ts';
import type { PersonId } from '../model/roles.ts';
import {
  type EntryRequest,
  type CaseworkDependencies,
  runWithReads,
  readCaseRoleHolders,
  requirement,
  reserveForUnitCases,
  type SealedNote,
  type DecisionContext,
  createDecisionContext,
} from './case-action.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { pendingReserveAgreement } from './case-lifecycle.ts';
import { findLastExclusion, exclusionKinds } from './four-eyes.ts';
import { pendingReserveLowering } from './urgency.ts';
import { createUseCase } from './use-case.ts';
import { redirectAlertToReserve, moveToReserve } from './exclusion.ts';

const notifiableKinds: readonly EventKind[] = [
  ...exclusionKinds,
  'readmitted',
  'decided',
  'loweringAsked',
  'urgencyLowered',
  'closed',
  'exported',
  'fileExported',
  'identityOpened',
  'consulted',
];

/** Only a required reason is sealed to the reserve as well. */
export type NotifiedEntry = Pick<EventRecord, 'sequence' | 'kind' | 'by' | 'at'> & {
  readonly detail: Pick<
    NonNullable<EventRecord['detail']>,
    'person' | 'outcome' | 'what' | 'place' | 'file' | 'of' | 'because' | 'withheld' | 'takeover' | 'told'
  >;
  readonly reason?: { readonly sealed: string; readonly digest: string };
};

export interface OverseenCase {
  readonly record: CaseRecord;
  readonly entries: readonly NotifiedEntry[];
  readonly shutOut: readonly PersonId[];
  readonly toAgree?: { readonly by: PersonId; readonly outcome: Outcome };
  readonly toLower?: { readonly by: PersonId };
  readonly takeover?: { readonly by?: PersonId };
}

function toNotifiedEntry({ sequence, kind, by, at, detail = {}, note }: EventRecord): NotifiedEntry {
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
 * Releases the entries that the reserve was notified of, with their sealed reasons, and nothing else, after the look is
 * recorded. Throws StoreError.
 */
export async function overseeCase(
  deps: Pick<
    CaseworkDependencies,
    'cases' | 'history' | 'clock' | 'timeZone' | 'signOff' | 'listHandlers' | 'listCustodians' | 'listSupervisors'
  >,
  by: Actor,
  caseId: CaseId,
): Promise<({ readonly kind: 'overseen' } & OverseenCase) | { readonly kind: 'refused' }> {
  return retryOnConflict(async () => {
    const found = await readCaseIfAllowed(deps.cases, caseId, (readers) => mayOversee(by, readers));
    const holders = await readCaseRoleHolders(deps);
    const isInaccessible = found !== undefined && isInaccessibleToUnit({ record: found.value, holders });
    if (found === undefined || (found.value.oversight === undefined && !isInaccessible)) return { kind: 'refused' };
    const now = deps.clock();
    const seenOn = toDay(now, deps.timeZone);
    const oversight = { toldOn: seenOn, ...found.value.oversight, seenOn };
    const asker = isInaccessible ? takeoverRequester({ record: found.value, holders }) : undefined;
    const [last] = await deps.history.entries(caseId, { last: 1 });
    const { record, event } = appendEvent(
      { ...found.value, oversight },
      { kind: 'overseen', by: { objectId: by.objectId }, at: now.toISOString() },
      { record: found.value, last },
    );
    const changed = await deps.cases.change({ case: { ...found, value: record }, events: [event] });
    if (changed === 'conflict') return changed;
    const notifiedEvents = await deps.history.sealedEntries(caseId, { kinds: notifiableKinds, before: event.sequence });
    const context = createDecisionContext(deps, { record, history: deps.history }, holders, by);
    const { toAgree, toLower } = await runWithReads(() => ({
      toAgree: pendingReserveAgreement(context),
      toLower: pendingReserveLowering(context),
    }));
    const exclusions = notifiedEvents.filter(({ kind }) => exclusionKinds.some((one) => one === kind));
    return {
      kind: 'overseen',
      record,
      entries: notifiedEvents.filter(({ detail }) => detail?.told === true).map(toNotifiedEntry),
      shutOut: record.excluded.filter(
        (person) => findLastExclusion(exclusions, person)?.kind === 'excluded' && person !== by.objectId,
      ),
      ...(toAgree && { toAgree }),
      ...(toLower && { toLower }),
      ...(isInaccessible && { takeover: { ...(asker !== undefined && { by: asker }) } }),
    };
  });
}

const isInaccessibleToUnit = ({ record, holders }: Pick<DecisionContext, 'record' | 'holders'>): boolean =>
  record.handledBy === 'acu' && hasNoPermittedHandler(record, holders.acu);

const takeoverRequester = ({
  record: { takeover, excluded },
  holders,
}: Pick<DecisionContext, 'record' | 'holders'>): PersonId | undefined =>
  takeover !== undefined && !excluded.includes(takeover.by) && holders.reserve.includes(takeover.by)
    ? takeover.by
    : undefined;

interface TakeoverRequest extends EntryRequest {
  readonly of?: PersonId | undefined;
  readonly words: SealedNote;
}

/** Two of the reserve, who hold the role then and are not excluded. Exclusions stay. */
export const takeOverCase = createUseCase<TakeoverRequest>({
  description: 'Ask the reserve to take over a case that no one of the unit may see, or agree to it',
  allowedActors: reserveForUnitCases,
  requirements: [
    requirement('a reason that the reserve can read', 'noReason', ({ input }) => input.words.for === 'oversight'),
    requirement('no one on the list of the unit may see it', 'state', isInaccessibleToUnit),
    requirement(
      'to ask: the person has not asked already',
      'already',
      (context) => context.input.of !== undefined || takeoverRequester(context) !== context.by,
    ),
    requirement(
      'to agree: the one who is named asked, and holds the role now',
      'notAsked',
      (context) => context.input.of === undefined || takeoverRequester(context) === context.input.of,
    ),
    requirement('and is someone else', 'ownWork', (context) => context.input.of !== context.by),
  ],
  eventKinds: ['decided', 'movedToReserve'],
  notifiesReserve: { description: 'if it is asked for', holds: ({ input }) => input.of === undefined },
  apply: ({ record, holders, by, now, today, input: { of, words } }) =>
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
            {
              record: moveToReserve(record),
              event: { kind: 'movedToReserve', detail: { takeover: true }, note: words },
            },
          ],
          alert: (alert) => redirectAlertToReserve(alert, record, holders.reserve, now),
        },
});
